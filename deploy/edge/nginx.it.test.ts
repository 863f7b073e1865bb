import { expect, test } from 'vitest'
import { Edge, type EdgeKind, findEdge } from './edge.fixture.ts'
import { edgeSuite, type MirroredHead, mirror } from './edge.suite.ts'

const nginx: EdgeKind = {
  name: 'nginx',
  package: 'nginx-light',
  file: 'nginx.conf',
  replacements: ({ balancers, storefront = 9 }, port, folder) => ({
    'listen 8080 default_server;': `listen 127.0.0.1:${port} default_server;`,
    'listen 8080;': `listen 127.0.0.1:${port};`,
    'server 127.0.0.1:4000 max_fails=1 fail_timeout=2s;': balancers
      .map((balancer) => `server 127.0.0.1:${balancer} max_fails=1 fail_timeout=2s;`)
      .join(' '),
    'server 127.0.0.1:3000;': `server 127.0.0.1:${storefront};`,
    '/run/marquee-edge.pid': `${folder}/pid`,
    '/tmp/marquee-edge-': `${folder}/`,
  }),
  argv: (file, folder) => ['-c', file, '-p', folder, '-e', 'stderr', '-g', 'daemon off;'],
}

edgeSuite(nginx)

test('nginx brings everything else to a storefront, which hears who is asking and of which host', async ({ skip }) => {
  const program = await findEdge(nginx)
  if ('missing' in program) return skip(program.missing)
  await using shop = await mirror()
  await using edge = await Edge.start(nginx, program.path, { nodes: [], balancers: [9], storefront: shop.port })
  const host = 'luna.localhost:3000'
  const answer = await edge.ask('/shows/42', { host, from: '127.0.0.5', headers: { 'X-Forwarded-For': '203.0.113.9' } })
  const head = JSON.parse(await answer.whole()) as MirroredHead
  expect(head).toMatchObject({ host, 'x-forwarded-for': '127.0.0.5', 'x-forwarded-proto': 'http' })
  expect((await edge.ask('/', { host: '127.0.0.1' })).status).toBe(404)
  for (const named of ['127.0.0.1', 'luna.localhost']) {
    expect((await edge.ask('http://luna.localhost/shows/42', { host: named })).status).toBe(400)
  }
})
