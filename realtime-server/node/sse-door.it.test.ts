import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RawStream } from '../test/raw-stream.ts'
import { SseDoor } from './sse-door.ts'

/* The door by itself: its streams begin with `stream`, and what comes to the HTTP server is answered with what it read. */

const SSE = '/realtime/sse?streams=public.show.1'
const HEAD = `GET ${SSE} HTTP/1.1\r\nHost: a\r\n\r\n`

let base: string
let resources: AsyncDisposableStack
/** Resolved by tests: whether the next one is let in. */
let letIn: Promise<boolean>
let asked: Socket[]

/** Long enough for any machine; who is waited for to be late gets less. */
beforeEach(() => start({ headTimeoutMs: 60_000 }))
afterEach(() => resources.disposeAsync())

async function start({ headTimeoutMs }: { headTimeoutMs: number }): Promise<void> {
  resources = new AsyncDisposableStack()
  letIn = Promise.resolve(true)
  asked = []
  const server = createServer((request, response) => {
    void text(request).then((body) => response.end(`parsed ${request.method} ${request.url} ${body}`))
  })
  const limits = { headBytes: 16_384, headTimeoutMs }
  const door = new SseDoor(server, limits, async ({ query }, socket) => {
    asked.push(socket)
    if (!(await letIn)) return false
    socket.write(`stream ${query}\n`)
    return true
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  resources.defer(async () => {
    door[Symbol.dispose]()
    for (const socket of asked) socket.destroy()
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
}

const open = async (request: string) => resources.use(await RawStream.open(base, request))

describe('a request for events', () => {
  test('becomes a stream on a socket that nothing of HTTP holds', async () => {
    const stream = await open(HEAD)
    await stream.until(/^stream .*show\.1\n/)
    const [socket] = asked as [Socket & { parser?: unknown; _httpMessage?: unknown }]
    expect(socket.parser).toBeUndefined()
    expect(socket.eventNames().flatMap((name) => socket.listeners(name)).length).toBeLessThanOrEqual(5)
  })

  test('may come in two pieces', async () => {
    const stream = await open(HEAD.slice(0, 30))
    stream.socket.setNoDelay(true)
    await new Promise((sent) => stream.socket.write(HEAD.slice(30, 60), sent))
    stream.socket.write(HEAD.slice(60))
    await stream.until(/^stream /)
  })

  test('in many small pieces is the parser’s', async () => {
    const stream = await open('')
    for (const byte of HEAD) {
      await new Promise((sent) => stream.socket.write(byte, sent))
      await new Promise((later) => setImmediate(later))
    }
    await stream.until(/^stream |parsed GET \/realtime\/sse/)
  })

  test('that is not let in is answered by the HTTP server, byte for byte the same request', async () => {
    letIn = Promise.resolve(false)
    const stream = await open(HEAD)
    await stream.until(new RegExp(`parsed GET ${SSE.replace('?', '\\?')} $`))
    stream.socket.write('POST /next HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody')
    await stream.until(/parsed POST \/next body$/)
  })

  test.each(['x', HEAD, 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'])(
    'takes no bytes after its head: %j ends the connection unread',
    async (more) => {
      const stream = await open(HEAD)
      await stream.until(/^stream /)
      stream.socket.write(more)
      await stream.closed()
      expect(stream.text).toBe('stream ?streams=public.show.1\n')
    },
  )

  test('takes none while it is decided about, either, and then nothing is opened', async () => {
    const decided = Promise.withResolvers<boolean>()
    letIn = decided.promise
    const stream = await open(HEAD)
    await expect.poll(() => asked.length).toBe(1)
    stream.socket.write(HEAD)
    await stream.closed()
    decided.resolve(false)
    await letIn
    expect(stream.text).toBe('')
  })

  test('in the same breath as another is the parser’s, both of them', async () => {
    const stream = await open(HEAD + HEAD)
    await stream.until(/parsed GET [\s\S]*parsed GET /)
    expect(asked).toEqual([])
  })

  test.each(['before the answer', 'after it'])('ends with its client’s half of the connection, %s', async (when) => {
    const decided = Promise.withResolvers<boolean>()
    if (when === 'before the answer') letIn = decided.promise
    const stream = await open(HEAD)
    if (when === 'after it') await stream.until(/^stream /)
    await expect.poll(() => asked.length).toBe(1)
    stream.socket.end()
    await stream.closed()
    await expect.poll(() => asked[0]?.destroyed).toBe(true)
    decided.resolve(true)
  })
})

describe('everything else', () => {
  test('goes to the HTTP server whole, however it is cut', async () => {
    const request = 'POST /realtime/x/streams HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789'
    for (const at of [1, 5, 17, 40, request.length - 5]) {
      const stream = await open(request.slice(0, at))
      await new Promise((later) => setImmediate(later))
      stream.socket.write(request.slice(at))
      await stream.until(/parsed POST \/realtime\/x\/streams 0123456789$/)
    }
  })

  test('leaves the connection to the HTTP server, a later request for events too', async () => {
    const stream = await open('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n')
    await stream.until(/parsed GET \/healthz $/)
    stream.socket.write(HEAD)
    await stream.until(/parsed GET \/realtime\/sse/)
  })

  test('such as HEAD is answered without a stream', async () => {
    const stream = await open(`HEAD ${SSE} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    await stream.closed()
    expect(stream.text).toMatch(/^HTTP\/1\.1 200 /)
    expect(asked).toEqual([])
  })

  test.each([
    ['too much of a head', `GET ${SSE} HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}`, 431],
    ['rubbish', 'hello\r\n\r\n', 400],
  ])('that is %s is refused by it', async (_what, request, status) => {
    const stream = await open(request)
    await stream.until(new RegExp(`^HTTP/1\\.1 ${status} `))
    await stream.closed()
  })
})

describe('who does not say what it wants', () => {
  test.each(['', 'G', HEAD.slice(0, -2)])('after %j is told that it is late, and let go', async (beginning) => {
    await resources.disposeAsync()
    await start({ headTimeoutMs: 100 })
    const stream = await open(beginning)
    await stream.closed()
    expect(stream.text).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('does not keep a server from stopping', async () => {
    await using stream = await RawStream.open(base, 'GET /real')
    await resources.disposeAsync()
    await stream.closed()
  })

  test('and goes is forgotten', async () => {
    const stream = await open('GET /real')
    stream.socket.destroy()
    await stream.closed()
    expect(asked).toEqual([])
  })
})
