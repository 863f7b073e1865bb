import { describe, expect, it } from 'vitest'
import { Where } from '#contracts/connection.ts'
import { FakeNode } from './fake-node.fixture.ts'
import { TestBalancer } from './test-balancer.fixture.ts'

const ORIGIN = 'http://aurora.localhost:3000'

describe('a stream', () => {
  it('reaches the node with what it came with, and with who is asking', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const headers = { Origin: ORIGIN, Cookie: 'rt=a.b.c', 'Last-Event-ID': 'e-1-0', 'X-Forwarded-For': '10.0.0.1' }
    await balancer.view({ ...headers, Connection: 'keep-alive' }).until(': n')
    const { url, headers: got } = node.requests[0]?.head ?? {}
    expect(url).toBe('/realtime/sse?streams=public.show.42')
    expect(got).toEqual({
      host: 'aurora.localhost:4000',
      origin: ORIGIN,
      cookie: 'rt=a.b.c',
      'last-event-id': 'e-1-0',
      'x-forwarded-for': '127.0.0.1',
      connection: 'close',
    })
  })
})

describe('a change of streams', () => {
  it('goes to the node that holds the connection, whole', async () => {
    await using a = await FakeNode.start('a')
    await using b = await FakeNode.start('b')
    await using balancer = await TestBalancer.start([a, b])
    const body = JSON.stringify({ subscribe: ['public.show.ü'] })
    const length = Buffer.byteLength(body)
    const call = balancer.ask(
      'POST',
      '/realtime/b.xyz/streams',
      { 'Content-Length': `${length}`, Origin: ORIGIN },
      body,
    )
    expect(await call.answer()).toMatchObject({ status: 200, body: '{}' })
    expect(a.requests).toEqual([])
    expect(b.requests[0]).toMatchObject({ body, head: { url: '/realtime/b.xyz/streams', method: 'POST' } })
  })

  it('may come in chunks, and goes on with its length', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const call = balancer.ask(
      'POST',
      '/realtime/n.x/streams',
      { 'Transfer-Encoding': 'chunked' },
      '1\r\n{\r\n1\r\n}\r\n0\r\n\r\n',
    )
    expect((await call.answer()).status).toBe(200)
    expect(node.requests[0]?.body).toBe('{}')
    expect(node.requests[0]?.head.headers).toMatchObject({ 'content-length': '2' })
    expect(node.requests[0]?.head.headers).not.toHaveProperty('transfer-encoding')
  })

  it('is not found when nobody knows the node, or the node has died', async () => {
    const node = await FakeNode.start('dead')
    await using balancer = await TestBalancer.start([node])
    await node.kill()
    for (const id of ['unknown.x', 'dead.x']) {
      const call = balancer.ask('POST', `/realtime/${id}/streams`, { 'Content-Length': '2', Origin: ORIGIN }, '{}')
      const { status, head, body } = await call.answer()
      expect([status, JSON.parse(body).type]).toEqual([404, 'realtime/not-found'])
      expect(head).toContain(`Access-Control-Allow-Origin: ${ORIGIN}`)
    }
  })

  it('reaches a node under the id it had before', async () => {
    await using node = await FakeNode.start('before')
    await using after = await FakeNode.start('elsewhere')
    await using balancer = await TestBalancer.start([node])
    balancer.registry = [Object.assign(Object.create(node), { id: 'after' }), after]
    await balancer.refreshed()
    const call = balancer.ask('POST', '/realtime/before.x/streams', { 'Content-Length': '2' }, '{}')
    expect((await call.answer()).status).toBe(200)
  })

  it('hears within two seconds that its node says nothing', async () => {
    await using node = await FakeNode.start('n')
    node.mood = 'frozen'
    await using balancer = await TestBalancer.start([node])
    const { status, body } = await balancer
      .ask('POST', '/realtime/n.x/streams', { 'Content-Length': '2' }, '{}')
      .answer()
    expect([status, JSON.parse(body).type]).toEqual([503, 'realtime/unavailable'])
  })

  it.each([
    [16_384, 200],
    [16_385, 400],
    [2_000_000, 400],
  ])('with a body of %i bytes is answered %i', async (size, expected) => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const call = balancer.ask('POST', '/realtime/n.x/streams', { 'Content-Length': `${size}` }, 'x'.repeat(size))
    expect((await call.answer()).status).toBe(expected)
  })
})

describe('the question where', () => {
  it.each([
    ['aurora.localhost:4000', 'http://aurora.localhost'],
    ['[::1]:4000', 'http://[::1]'],
  ])('asked at %s is answered with a node’s port on the same hostname', async (host, base) => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { status, body } = await balancer.ask('GET', '/realtime/where', { Host: host }).answer()
    expect(status).toBe(200)
    expect(Where.parse(JSON.parse(body))).toEqual({ node: 'n', url: `${base}:${node.port}` })
  })

  it.each([
    ['asked over TLS, as a trusted edge says', ['127.0.0.1'], 'https', 'https'],
    ['asked without, as a trusted edge says', ['127.0.0.1'], 'http', 'http'],
    ['asked without, whatever its client says', [], 'https', 'http'],
  ])('%s is answered with an address that can be asked the same way', async (_how, trustedProxies, says, scheme) => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node], { trustedProxies })
    const { body } = await balancer.ask('GET', '/realtime/where', { 'X-Forwarded-Proto': says }).answer()
    expect(Where.parse(JSON.parse(body)).url).toBe(`${scheme}://aurora.localhost:${node.port}`)
  })

  it('has no answer when there is no node', async () => {
    await using balancer = await TestBalancer.start([])
    expect((await balancer.ask('GET', '/realtime/where').answer()).status).toBe(503)
  })
})

describe('origins', () => {
  it('of the same hostname get a preflight’s answer', async () => {
    await using balancer = await TestBalancer.start([])
    const { status, head } = await balancer.ask('OPTIONS', '/realtime/n.x/streams', { Origin: ORIGIN }).answer()
    expect(status).toBe(204)
    expect(head).toContain(`Access-Control-Allow-Origin: ${ORIGIN}`)
    expect(head).toContain('Access-Control-Allow-Credentials: true')
    expect(head).toContain('Access-Control-Allow-Methods: GET, POST')
  })

  it.each(['GET /realtime/sse', 'POST /realtime/n.x/streams', 'OPTIONS /realtime/sse', 'GET /realtime/where'])(
    'of elsewhere are refused: %s',
    async (line) => {
      await using node = await FakeNode.start('n')
      await using balancer = await TestBalancer.start([node])
      const [method = '', path = ''] = line.split(' ')
      for (const origin of ['null', 'http://luna.localhost:3000', 'http://aurora.localhost.evil.example']) {
        const { status, head, body } = await balancer.ask(method, path, { Origin: origin }).answer()
        expect([status, JSON.parse(body).type]).toEqual([403, 'realtime/forbidden'])
        expect(head).not.toMatch(/access-control/i)
      }
      expect(node.requests).toEqual([])
    },
  )
})

describe('health and metrics', () => {
  it.each(['/healthz', '/readyz', '/metrics'])('%s is for who comes to the machine, not to a site', async (path) => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    for (const host of ['127.0.0.1:4000', 'localhost', '[::1]:4000']) {
      expect((await balancer.ask('GET', path, { Host: host }).answer()).status).toBe(200)
    }
    expect((await balancer.ask('GET', path).answer()).status).toBe(404)
  })

  it('show what the balancer does', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    await balancer.view().until(': n')
    expect(await balancer.metric('realtime_proxied_connections')).toBe(1)
    expect(await balancer.metric('realtime_balancer_choices_total')).toBe(1)
    expect(await balancer.metric('realtime_first_byte_seconds_count')).toBe(1)
  })
})
