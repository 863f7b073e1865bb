import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { FakeNode } from './fake-node.fixture.ts'
import { TestBalancer, until } from './test-balancer.fixture.ts'

const SMUGGLED = 'GET /realtime/sse?streams=smuggled HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.0.0.1\r\n\r\n'

/** A viewer whose node has agreed, and the node's end. */
async function joined(balancer: TestBalancer, node: FakeNode) {
  const before = node.streams.length
  const viewer = balancer.upgrade()
  await viewer.until(`: ${node.id}\n\n`)
  const stream = node.streams[before]
  if (!stream) throw new Error('no stream')
  return { viewer, stream }
}

describe('a WebSocket', () => {
  it('reaches a node in a head of ours, and is joined with it once it has agreed', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const origin = 'http://aurora.localhost:3000'
    const offers = { 'Sec-WebSocket-Extensions': 'permessage-deflate', 'Sec-WebSocket-Protocol': 'chat' }
    const headers = {
      Origin: origin,
      Cookie: 'rt=a.b.c',
      'X-Forwarded-For': '10.0.0.1',
      Connection: 'keep-alive, upgrade',
    }
    const viewer = balancer.upgrade({ ...headers, ...offers })
    await viewer.until(': n\n\n')
    expect(viewer.text).toMatch(/^HTTP\/1\.1 101 /)
    const { url, headers: got } = node.requests[0]?.head ?? {}
    expect(url).toBe('/realtime/ws?streams=public.show.42')
    expect(got).toEqual({
      host: 'aurora.localhost:4000',
      origin,
      cookie: 'rt=a.b.c',
      'x-forwarded-for': '127.0.0.1',
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    })
    expect(await balancer.metric('realtime_proxied_connections')).toBe(1)
  })

  it('carries bytes both ways as they are, large ones in pieces', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    const heard: Buffer[] = []
    stream.on('data', (bytes) => heard.push(bytes))
    const [there, back] = [randomBytes(3_000_000), randomBytes(3_000_000)]
    const head = viewer.received
    for (let at = 0; at < there.length; at += 70_001) viewer.socket.write(there.subarray(at, at + 70_001))
    stream.write(back)
    await until(() => viewer.received === head + back.length && Buffer.concat(heard).length === there.length)
    expect(viewer.bytes.subarray(head).equals(back)).toBe(true)
    expect(Buffer.concat(heard).equals(there)).toBe(true)
  })

  it('makes a viewer wait for a node that does not read, and holds next to nothing of what it sends', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    let heard = 0
    stream.pause()
    const before = bytesInUse()
    const sent = 48 * 1024 * 1024 // kernels on the way take several megabytes
    viewer.socket.write(Buffer.alloc(sent, 'x'))
    await settled(() => viewer.socket.bytesWritten - viewer.socket.writableLength)
    expect(viewer.socket.writableLength).toBeGreaterThan(0)
    const held = () => bytesInUse() - before - sent
    await expect.poll(held).toBeLessThan(8 * 1024 * 1024)
    stream.on('data', (bytes) => {
      heard += bytes.length
    })
    stream.resume()
    await until(() => heard === sent)
  })

  it.each([
    ['no Upgrade', { Upgrade: '' }],
    ['another protocol', { Upgrade: 'h2c' }],
    ['two protocols', { Upgrade: 'websocket, h2c' }],
    ['no Connection', { Connection: '' }],
    ['no version', { 'Sec-WebSocket-Version': '' }],
    ['a wrong version', { 'Sec-WebSocket-Version': '8' }],
    ['no key', { 'Sec-WebSocket-Key': '' }],
    ['a key that is none', { 'Sec-WebSocket-Key': 'abc' }],
  ])('is not asked of a node with %s', async (_what, headers) => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { status, head, body } = await balancer.upgrade(headers).answer()
    expect([status, JSON.parse(body).type]).toEqual([426, 'realtime/upgrade-required'])
    expect(head).toMatch(/sec-websocket-version: 13/i)
    expect(node.requests).toEqual([])
  })

  it.each(['null', 'http://luna.localhost:3000', 'http://aurora.localhost.evil.example'])(
    'is not asked of a node by a page of elsewhere: %s',
    async (origin) => {
      await using node = await FakeNode.start('n')
      await using balancer = await TestBalancer.start([node])
      const { status, body } = await balancer.upgrade({ Origin: origin }).answer()
      expect([status, JSON.parse(body).type]).toEqual([403, 'realtime/forbidden'])
      expect(node.requests).toEqual([])
    },
  )

  it('goes on to the next node when one is full, hangs up or has died', async () => {
    await using full = await FakeNode.start('full')
    await using cutting = await FakeNode.start('cutting')
    const dead = await FakeNode.start('dead')
    await using roomy = await FakeNode.start('roomy')
    full.mood = 'full'
    cutting.mood = 'cutting'
    roomy.connections = 1_000
    await using balancer = await TestBalancer.start([full, cutting, dead, roomy])
    await dead.kill()
    await balancer.upgrade().until(': roomy')
  })

  it('is told what its node refuses, and then nothing it sends is passed on', async () => {
    await using node = await FakeNode.start('n')
    node.mood = 'refusing'
    await using balancer = await TestBalancer.start([node])
    expect(await balancer.upgrade().answer()).toMatchObject({ status: 403, body: '{}' })
  })

  it('counts with SSE towards the cap', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node], { maxConnections: 2 })
    await balancer.upgrade().until(': n')
    await balancer.view().until(': n')
    expect((await balancer.upgrade().answer()).status).toBe(503)
  })

  it('ends when its node dies, and its node’s end when it goes', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const first = await joined(balancer, node)
    first.stream.resetAndDestroy()
    await first.viewer.closed
    const second = await joined(balancer, node)
    second.viewer.socket.destroy()
    await once(second.stream, 'close')
    await until(async () => (await balancer.metric('realtime_proxied_connections')) === 0)
  })
})

describe('viewers who go', () => {
  it('at any moment of an upgrade harm nobody', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const gone = []
    for (let n = 0; n < 60; n += 1) {
      const viewer = balancer.upgrade(n % 3 === 0 ? { Origin: 'null', Padding: 'x'.repeat(n * 100) } : {})
      if (n % 5 > 0) await once(viewer.socket, 'connect')
      if (n % 2 === 0) viewer.socket.resetAndDestroy()
      else viewer.socket.end()
      gone.push(viewer.closed)
    }
    await Promise.all(gone)
    await until(async () => (await balancer.metric('realtime_proxied_connections')) === 0)
    await balancer.upgrade().until(': n')
  })
})

describe('smuggling through an upgrade', () => {
  it('fails with bytes that come along with the handshake', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const handshake = 'GET /realtime/ws HTTP/1.1\r\nHost: aurora.localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n' // biome-ignore format: one request
    expect((await balancer.say(handshake + SMUGGLED).answer()).status).toBe(400)
    expect(node.requests).toEqual([])
    for (const more of ['G', '\x81\x85', '\r\n']) {
      expect((await balancer.say(handshake + more).answer()).status).toBe(400)
    }
    expect(node.heard).toBe('')
  })

  it('fails with bytes that come before the node has agreed: they end the connection', async () => {
    await using node = await FakeNode.start('n')
    node.mood = 'frozen'
    await using balancer = await TestBalancer.start([node])
    const viewer = balancer.upgrade()
    await until(() => node.heard.includes('/realtime/ws'))
    viewer.socket.write('\x81\x85')
    await viewer.closed
    expect(viewer.text).toBe('')
    expect(node.heard).not.toContain('\x81')
  })

  it('fails with a node that does not agree: what follows is not another request', async () => {
    await using node = await FakeNode.start('n')
    node.mood = 'unwilling'
    await using balancer = await TestBalancer.start([node])
    const viewer = balancer.upgrade()
    await viewer.until(': n')
    expect(viewer.text).toMatch(/^HTTP\/1\.1 200 /)
    viewer.socket.write(SMUGGLED)
    await viewer.closed
    expect(node.heard).not.toContain('smuggled')
  })

  it.each([
    ['a body', 'Content-Length: 5\r\n\r\nhello'],
    ['a chunked body', 'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['two lengths', 'Content-Length: 0\r\nContent-Length: 5\r\n\r\nhello'],
  ])('fails with %s', async (_what, rest) => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const lines = 'Host: aurora.localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' // biome-ignore format: one request
    const { status } = await balancer.say(`GET /realtime/ws HTTP/1.1\r\n${lines}${rest}`).answer()
    expect(status).toBe(400)
    expect(node.requests).toEqual([])
  })
})

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** In buffers of this process. What has been let go counts until it is collected, and that may be whenever. */
function bytesInUse(): number {
  collectGarbage()
  return process.memoryUsage().arrayBuffers
}

/** Resolves when the figure has not changed for a while. */
async function settled(figure: () => number): Promise<void> {
  for (let last = Number.NaN; last !== figure(); ) {
    last = figure()
    await new Promise((wake) => setTimeout(wake, 200))
  }
}
