import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { SPARE_SOCKETS } from './door.ts'
import { FakeNode } from './fake-node.fixture.ts'
import { RawClient } from './raw-client.fixture.ts'
import { TestBalancer, until } from './test-balancer.fixture.ts'

const HOST = 'Host: aurora.localhost:4000\r\n'
const SSE = 'GET /realtime/sse?streams=public.show.42 HTTP/1.1\r\n'
const STREAMS = 'POST /realtime/n.abc/streams HTTP/1.1\r\n'
const SMUGGLED = 'GET /realtime/sse?streams=smuggled HTTP/1.1\r\nHost: x\r\n\r\n'

describe('the door', () => {
  it.each([
    [
      'both ways of saying how long a body is',
      `${STREAMS}${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
    ],
    ['two lengths', `${STREAMS}${HOST}Content-Length: 0\r\nContent-Length: 52\r\n\r\n${SMUGGLED}`],
    ['a length that is none', `${STREAMS}${HOST}Content-Length: +2\r\n\r\n{}`],
    [
      'a chunked body that is not the last coding',
      `${STREAMS}${HOST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
    ],
    ['a coding that only looks like chunked', `${STREAMS}${HOST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a space before the colon', `${SSE}${HOST}Content-Length : 5\r\n\r\n`],
    ['a folded header', `${SSE}${HOST}X-A: 1\r\n Transfer-Encoding: chunked\r\n\r\n`],
    ['bare line feeds', `${SSE.replace('\r', '')}Host: a\n\n`],
    ['a bare carriage return in a value', `${SSE}${HOST}X-A: 1\rX-B: 2\r\n\r\n`],
    ['a NUL in a value', `${SSE}${HOST}X-A: a\0b\r\n\r\n`],
    ['a chunk size that is none', `${STREAMS}${HOST}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`],
    ['a stream with a body', `${SSE}${HOST}Content-Length: ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`],
    ['a stream with a chunked body', `${SSE}${HOST}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['no host', `${SSE}\r\n`],
    ['two hosts', `${SSE}${HOST}Host: luna.localhost\r\n\r\n`],
    ['a host that is none', `${SSE}Host: a b\r\n\r\n`],
    ['a method of its own', `GE T /realtime/sse HTTP/1.1\r\n${HOST}\r\n`],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['another version', `GET /realtime/sse HTTP/2.0\r\n${HOST}\r\n`],
  ])('answers 400 to %s', async (_case, bytes) => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { status, body } = await balancer.say(bytes).answer()
    expect(status).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ type: 'realtime/invalid-request', status: 400 })
    expect(node.requests).toEqual([])
  })

  it('serves one request on a connection: a second one that came along ends it', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    await balancer.say(`${SSE}${HOST}\r\n${SMUGGLED}`).closed
    expect(node.requests.filter(({ head }) => head.url?.includes('smuggled'))).toEqual([])
  })

  it.each([
    ['one header', `X-A: ${'a'.repeat(17_000)}\r\n`],
    ['many headers', Array.from({ length: 2_000 }, (_, i) => `X-${i}: a\r\n`).join('')],
    ['far too much', `X-A: ${'a'.repeat(3_000_000)}\r\n`],
  ])('answers 431 to a head that is too large: %s', async (_case, headers) => {
    await using balancer = await TestBalancer.start([])
    const client = balancer.say(`${SSE}${HOST}${headers}\r\n`)
    const { status, body } = await client.answer()
    expect([status, client.error]).toEqual([431, undefined])
    expect(JSON.parse(body)).toMatchObject({ status: 431 })
  })

  it('lets a head through that is nearly as large as it may be', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    await balancer.view({ 'X-A': 'a'.repeat(15_000) }).until(': n')
    expect(node.requests[0]?.head.headers['x-a']).toHaveLength(15_000)
  })

  it('closes on a client that takes ten seconds over its request', async () => {
    await using balancer = await TestBalancer.start([])
    const silent = balancer.say('')
    const slow = balancer.say('GET /realtime/s')
    const drip = setInterval(() => slow.socket.write('s'), 500)
    const slowBody = balancer.ask('POST', '/realtime/n.abc/streams', { 'Content-Length': '100' }, '{')
    const began = performance.now()
    expect((await slow.answer()).status).toBe(408)
    clearInterval(drip)
    expect((await slowBody.answer()).status).toBe(408)
    expect((await silent.answer()).status).toBe(408)
    expect(performance.now() - began).toBeLessThan(15_000)
  }, 30_000)

  it('lets an address have its share of connections', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node], { maxPerAddress: 3 })
    const viewers = [balancer.view(), balancer.view(), balancer.view()]
    for (const viewer of viewers) await viewer.until(': n')
    const fourth = balancer.view()
    await fourth.closed
    expect(fourth.text).toBe('')
    viewers[0]?.socket.destroy()
    await until(() => node.streams.length === 2)
    await balancer.view().until(': n')
  })

  it('counts the clients of a trusted proxy, not the proxy', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node], { maxPerAddress: 2, trustedProxies: ['127.0.0.0/8'] })
    const from = (address: string) => balancer.view({ 'X-Forwarded-For': `203.0.113.9, ${address}` })
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2']) await from(address).until(': n')
    const { status, body } = await from('192.0.2.1').answer()
    expect([status, JSON.parse(body).type]).toEqual([429, 'realtime/too-often'])
    expect(node.requests.map(({ head }) => head.headers['x-forwarded-for'])).toEqual([
      '192.0.2.1',
      '192.0.2.1',
      '192.0.2.2',
    ])
  })

  it.each([
    ['an address', {}],
    ['a client of a trusted proxy', { 'X-Forwarded-For': '192.0.2.1' }],
  ])('tells %s that asks too often when to come again, and asks no node', async (_case, headers) => {
    await using node = await FakeNode.start('n')
    const config = { connectsPerAddress: 1, trustedProxies: 'X-Forwarded-For' in headers ? ['127.0.0.0/8'] : [] }
    await using balancer = await TestBalancer.start([node], config)
    const origin = { Origin: 'http://aurora.localhost:3000' }
    const clients = Array.from({ length: 40 }, () => balancer.view({ ...origin, ...headers }))
    await Promise.all(clients.map((client) => client.until('\r\n\r\n')))
    const [refused, ...others] = clients.filter(({ text }) => text.startsWith('HTTP/1.1 429'))
    const { head, body } = (await refused?.answer()) ?? { head: '', body: '{}' }
    expect(JSON.parse(body)).toMatchObject({ type: 'realtime/too-often', detail: expect.stringContaining('too often') })
    expect(head).toMatch(/retry-after: [123]\r/i)
    expect(head).toContain('Access-Control-Allow-Origin: http://aurora.localhost:3000')
    expect(node.requests).toHaveLength(clients.length - 1 - others.length)
    expect(await balancer.metric('realtime_addresses_limited_total')).toBe(1 + others.length)
    for (const client of clients) client[Symbol.dispose]()
  })

  it('answers 503 at its cap, and puts nobody out', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node], { maxConnections: 2 })
    const viewers = [balancer.view(), balancer.view()]
    for (const viewer of viewers) await viewer.until(': n')
    const { status, head, body } = await balancer.view().answer()
    expect([status, JSON.parse(body).type]).toEqual([503, 'realtime/full'])
    expect(head).toMatch(/retry-after: [123]\r/i)
    expect(viewers.some((viewer) => viewer.socket.destroyed)).toBe(false)
    expect((await balancer.ask('GET', '/readyz', { Host: '127.0.0.1' }).answer()).status).toBe(503)
  })

  it('closes a socket unread that is one more than its viewers and a few others may have', async () => {
    await using balancer = await TestBalancer.start([], { maxConnections: 2 })
    const idle = Array.from({ length: 2 + SPARE_SOCKETS }, () => balancer.say(''))
    await Promise.all(idle.map(({ socket }) => once(socket, 'connect')))
    const over = balancer.view()
    await over.closed
    expect(over.text).toBe('')
    expect(idle.filter(({ socket }) => socket.destroyed)).toEqual([])
    for (const client of idle.slice(0, 2)) client[Symbol.dispose]()
    await until(async () => (await balancer.metric('realtime_connections_dropped_total', 'full')) >= 1)
    for (const client of idle) client[Symbol.dispose]()
  })

  it('survives clients that go at any moment', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const request = `${SSE}${HOST}\r\n`
    for (let length = 1; length <= request.length; length += 7) {
      const client = new RawClient(balancer.port, request.slice(0, length))
      await once(client.socket, 'connect')
      if (length % 2 === 0) client.socket.resetAndDestroy()
      else client.socket.end()
    }
    await until(() => node.streams.length === 0)
    await balancer.view().until(': n')
  })
})
