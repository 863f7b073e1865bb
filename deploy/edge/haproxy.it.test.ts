import { expect, test } from 'vitest'
import { replaced } from '#dev/edge/replaced.ts'
import { FakeNode } from '#realtime/balancer/fake-node.fixture.ts'
import { until } from '#realtime/balancer/test-balancer.fixture.ts'
import { Edge, type EdgeKind, findEdge } from './edge.fixture.ts'
import { edgeSuite } from './edge.suite.ts'

const haproxy: EdgeKind = {
  name: 'haproxy',
  package: 'haproxy',
  file: 'haproxy.cfg',
  /* A machine that tests may allow fewer descriptors than one that serves. */
  configure: (text, { nodes, balancers, perAddress = 2_000 }, port) =>
    replaced(text, {
      'maxconn 9900\n': 'maxconn 400\n',
      'bind 127.0.0.1:8080': `bind 127.0.0.1:${port}`,
      'server node-1 127.0.0.1:4001\n  server node-2 127.0.0.1:4002\n': servers('node', nodes),
      'server balancer-1 127.0.0.1:4000\n': servers('balancer', balancers),
      'sc0_conn_cur gt 2000': `sc0_conn_cur gt ${perAddress}`,
    }),
  argv: (file) => ['-db', '-f', file],
}

const servers = (name: string, ports: readonly number[]): string =>
  `${ports.map((port) => `server ${name}-${port} 127.0.0.1:${port}`).join('\n  ')}\n`

edgeSuite(haproxy)

test('haproxy lets viewers in while no node is ready, as without Kafka or Redis, and prefers those that are', async ({
  skip,
}) => {
  const program = await findEdge(haproxy)
  if ('missing' in program) return skip(program.missing)
  await using one = await FakeNode.start('one')
  await using two = await FakeNode.start('two')
  await using frozen = await FakeNode.start('frozen')
  frozen.mood = 'frozen'
  one.state = two.state = 'starting'
  const nodes = [one, two, frozen]
  await using edge = await Edge.start(haproxy, program.path, { nodes: nodes.map(({ port }) => port), balancers: [9] })
  const asked = () => Math.min(...nodes.map(({ heard }) => heard.split('GET /readyz').length - 1))
  const view = async () => {
    using viewer = await edge.ask('/realtime/sse?streams=public.show.42')
    if (viewer.status === 200) await viewer.until(/\n\n/)
    return [viewer.status, viewer.text]
  }
  await until(() => asked() >= 4) // the frozen one is out after the first, which takes a second
  for (let n = 0; n < 6; n += 1) expect(await view()).toEqual([200, expect.stringMatching(/^: (one|two)\n\n$/)])
  two.state = 'ready'
  await until(async () =>
    (await Promise.all([view(), view(), view(), view()])).every(([, text]) => text === ': two\n\n'),
  )
})
