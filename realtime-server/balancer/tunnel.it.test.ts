import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { FakeNode } from './fake-node.fixture.ts'
import { RawClient } from './raw-client.fixture.ts'
import { TestBalancer, until } from './test-balancer.fixture.ts'

/** A viewer on a node, and the node's end of its stream. */
async function joined(balancer: TestBalancer, node: FakeNode) {
  const before = node.streams.length
  const viewer = balancer.view()
  await viewer.until(`: ${node.id}\n\n`)
  const stream = node.streams[before]
  if (!stream) throw new Error('no stream')
  return { viewer, stream }
}

describe('a tunnel', () => {
  it('hands bytes on as they are, however they are cut', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    const head = viewer.bytes.length
    const pieces = [1, 2, 1_500, 16_383, 16_384, 16_385, 200_000].map((size) => randomBytes(size))
    for (const piece of pieces) {
      stream.write(piece)
      await sleep(5) // so that they travel apart
    }
    const sent = Buffer.concat(pieces)
    await until(() => viewer.received === head + sent.length)
    expect(viewer.bytes.subarray(head).equals(sent)).toBe(true)
  })

  it('keeps the bytes of many viewers apart although they share a buffer', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const viewers = []
    for (let i = 0; i < 20; i += 1) viewers.push(await joined(balancer, node))
    for (let round = 0; round < 50; round += 1) {
      for (const [i, { stream }] of viewers.entries()) stream.write(`<${i}:${'x'.repeat(997)}:${round}>`)
    }
    await Promise.all(viewers.map(({ viewer }) => viewer.until(':49>')))
    viewers.forEach(({ viewer }, i) => {
      const messages = viewer.text.match(/<[^>]*>/g) ?? []
      expect(messages.length).toBe(50)
      expect(messages.every((message) => message.startsWith(`<${i}:`))).toBe(true)
    })
  })

  it('closes the node’s end when the viewer goes', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    viewer.socket.destroy()
    await once(stream, 'close')
    await until(async () => (await balancer.metric('realtime_proxied_connections')) === 0)
  })

  it('gives up looking for a node when the viewer goes', async () => {
    await using node = await FakeNode.start('n')
    node.mood = 'frozen'
    await using balancer = await TestBalancer.start([node])
    const viewer = balancer.view()
    await until(() => node.heard.includes('/realtime/sse'))
    viewer.socket.destroy()
    await until(() => node.openSockets === 0)
    expect(await balancer.metric('realtime_balancer_failures_total', 'timeout'), 'none was counted').toBeNaN()
    node.mood = 'well'
    await balancer.view().until(': n') // it is no suspect: nobody waited long enough
  })

  it('closes the viewer’s end, after its last bytes, when the node ends the stream', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    stream.end(`${'x'.repeat(100_000)}the end`)
    await viewer.closed
    expect(viewer.text.endsWith('the end')).toBe(true)
  })

  it('closes the viewer’s end when the node is killed', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    stream.resetAndDestroy()
    await viewer.closed
  })

  it('closes on a viewer that sends anything after its request, and the node never sees it', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    viewer.socket.write('GET /realtime/sse HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.0.0.1\r\n\r\n')
    await viewer.closed
    await until(() => stream.destroyed)
    expect(node.heard).not.toContain('10.0.0.1')
  })

  it('makes the node wait for a viewer that does not read, and catches up when it does', async () => {
    await using node = await FakeNode.start('n')
    await using balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    const { viewer: other, stream: otherStream } = await joined(balancer, node)
    const head = viewer.bytes.length
    viewer.socket.pause()
    const sent = 24 * 1024 * 1024 // kernels on the way take several megabytes
    stream.write(Buffer.alloc(sent, 'x'))
    await settled(() => stream.bytesWritten - stream.writableLength)
    expect(stream.writableLength).toBeGreaterThan(0)
    expect(await balancer.metric('realtime_proxied_buffered_bytes')).toBeLessThan(256 * 1024)
    otherStream.write(`${'y'.repeat(100_000)}meanwhile`) // through the same buffer as what waits
    await other.until('meanwhile')
    viewer.socket.resume()
    await until(() => viewer.received === head + sent)
    expect(viewer.bytes.subarray(head).equals(Buffer.alloc(sent, 'x'))).toBe(true)
  })

  it('is closed when the balancer stops, each at its own moment', async () => {
    await using node = await FakeNode.start('n')
    const balancer = await TestBalancer.start([node], { drainMs: 400 })
    const viewers = []
    for (let i = 0; i < 20; i += 1) viewers.push((await joined(balancer, node)).viewer)
    const began = performance.now()
    const ends = viewers.map((viewer) => viewer.closed.then(() => performance.now() - began))
    const idle = balancer.say('GET /realtime/sse HTTP/1.1\r\n')
    await once(idle.socket, 'connect')
    await balancer[Symbol.asyncDispose]()
    await idle.closed
    const times = await Promise.all(ends)
    expect(Math.max(...times)).toBeLessThan(10_000)
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(100)
    const late = new RawClient(balancer.port, 'GET /realtime/sse HTTP/1.1\r\nHost: x\r\n\r\n')
    await late.closed
    expect(late.text).toBe('')
  })

  it('is not begun for a viewer whose node answers when the balancer has begun to stop', async () => {
    await using node = await FakeNode.start('n')
    const balancer = await TestBalancer.start([node], { drainMs: 1_000 })
    const inside = []
    for (let i = 0; i < 20; i += 1) inside.push((await joined(balancer, node)).viewer)
    node.mood = 'frozen'
    const late = balancer.view()
    await until(() => node.holds === 1)
    const stopped = balancer[Symbol.asyncDispose]()
    await Promise.race(inside.map((viewer) => viewer.closed))
    node.thaw()
    const { status, head, body } = await late.answer()
    expect([status, JSON.parse(body).type]).toEqual([503, 'realtime/unavailable'])
    expect(head).toMatch(/retry-after: [123]\r/i)
    await stopped
    await until(() => node.openSockets === 0)
  })

  it('is cut two seconds after the last moment when its viewer does not read', async () => {
    await using node = await FakeNode.start('n')
    const balancer = await TestBalancer.start([node])
    const { viewer, stream } = await joined(balancer, node)
    viewer.socket.pause()
    stream.write(Buffer.alloc(24 * 1024 * 1024, 'x'))
    await settled(() => stream.bytesWritten - stream.writableLength)
    const began = performance.now()
    await balancer[Symbol.asyncDispose]()
    expect(performance.now() - began).toBeGreaterThan(1_900)
    expect(performance.now() - began).toBeLessThan(10_000)
    viewer[Symbol.dispose]()
  })
})

/** Resolves when the figure has not changed for a while; nothing says when a kernel has taken all that it takes. */
async function settled(figure: () => number): Promise<void> {
  for (let last = Number.NaN; last !== figure(); ) {
    last = figure()
    await sleep(200)
  }
}
