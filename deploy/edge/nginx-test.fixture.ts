import { type TestContext, test } from 'vitest'
import { type Behind, Edge, findEdge } from './edge.fixture.ts'
import { nginx } from './nginx.fixture.ts'
import { Origin } from './origin.fixture.ts'

/** A test of nginx before a shop, which says why it did not run where there is no nginx. */
export function nginxTest(
  name: string,
  run: (edge: Edge, origin: Origin) => Promise<void>,
  limits: Pick<Behind, 'burst' | 'open' | 'uploads' | 'proxies'> = {},
): void {
  test(name, async ({ skip }: TestContext) => {
    const program = await findEdge(nginx)
    if ('missing' in program) return skip(program.missing)
    await using origin = await Origin.start()
    // What is streamed ends at the shop, too: it says what it was asked.
    const behind = { nodes: [], balancers: [origin.port], storefront: origin.port, ...limits }
    await using edge = await Edge.start(nginx, program.path, behind)
    await run(edge, origin)
  })
}
