import { expect, test } from 'vitest'
import { Edge, findEdge } from './edge.fixture.ts'
import { edgeSuite, type MirroredHead, mirror } from './edge.suite.ts'
import { nginx } from './nginx.fixture.ts'

edgeSuite(nginx)

test('nginx brings everything else to a storefront, which hears who is asking and of which host', async ({ skip }) => {
  const program = await findEdge(nginx)
  if ('missing' in program) return skip(program.missing)
  await using shop = await mirror()
  await using edge = await Edge.start(nginx, program.path, { nodes: [], balancers: [9], storefront: shop.port })
  const host = 'luna.localhost:3000'
  const answer = await edge.ask('/shows/42', {
    host,
    from: '127.0.0.5',
    headers: { 'X-Forwarded-For': '203.0.113.9', 'X-Client-Ip': '203.0.113.9' },
  })
  const head = JSON.parse(await answer.whole()) as MirroredHead
  expect(head).toMatchObject({
    host,
    'x-forwarded-for': '127.0.0.5',
    'x-forwarded-proto': 'http',
    'x-client-ip': '127.0.0.5',
  })
  expect((await edge.ask('/', { host: '127.0.0.1' })).status).toBe(404)
  for (const named of ['127.0.0.1', 'luna.localhost']) {
    expect((await edge.ask('http://luna.localhost/shows/42', { host: named })).status).toBe(400)
  }
})
