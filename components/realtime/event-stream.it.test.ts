import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EventStream } from './event-stream.ts'
import type { ServerEvent } from './event-stream-parser.ts'

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n'

let server: ReturnType<typeof createServer>
let opened: Promise<Socket>
beforeEach(async () => {
  server = createServer()
  opened = once(server, 'connection').then(([socket]) => socket as Socket)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  ;(await opened).destroy()
  await new Promise((resolve) => server.close(resolve))
})

/** Opens a stream to a server that speaks raw bytes; resolves once the request has arrived. */
async function connect({ headersMs = 5_000, silenceMs = 5_000 } = {}) {
  const events: ServerEvent[] = []
  const retries: number[] = []
  const address = server.address()
  const stream = new EventStream({
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/sse`,
    fetch,
    headersMs,
    silenceMs,
    onEvent: (event) => events.push(event),
    onRetry: (retryMs) => retries.push(retryMs),
  })
  const socket = await opened
  socket.on('error', () => {})
  const request = String((await once(socket, 'data'))[0])
  return { stream, socket, events, retries, request }
}

/** Lets bytes leave one by one, so that the client meets every split there is. */
async function drip(socket: Socket, text: string): Promise<void> {
  socket.setNoDelay(true)
  for (const byte of Buffer.from(text)) {
    socket.write(Uint8Array.of(byte))
    await new Promise(setImmediate)
  }
}

test('asks as an event stream, uncached', async () => {
  const { request, stream, socket } = await connect()
  expect(request).toMatch(/^GET \/sse HTTP\/1\.1\r\n/)
  expect(request.toLowerCase()).toContain('accept: text/event-stream')
  socket.end(`${HEAD}`)
  expect(await stream.end).toEqual({ kind: 'ended' })
})

test('reads a stream that arrives byte by byte, with a BOM, comments and every line end', async () => {
  const { stream, socket, events, retries } = await connect()
  await drip(socket, `${HEAD}\uFEFF: hi\n\nretry: 1500\r\n\r\nid: e-1-0\rdata: 春\r\rdata: b\n\n`)
  socket.end()
  expect(await stream.end).toEqual({ kind: 'ended' })
  expect(events).toEqual([
    { event: 'message', data: '春', id: 'e-1-0' },
    { event: 'message', data: 'b', id: undefined },
  ])
  expect(retries).toEqual([1500])
})

test.each([
  ['503 Service Unavailable', 'Retry-After: 7\r\n', { kind: 'refused', status: 503, retryAfterMs: 7_000 }],
  ['401 Unauthorized', '', { kind: 'refused', status: 401, retryAfterMs: undefined }],
  ['500 Internal Server Error', 'Retry-After: never\r\n', { kind: 'refused', status: 500, retryAfterMs: undefined }],
])('tells that it was refused with %s', async (status, header, expected) => {
  const { stream, socket } = await connect()
  socket.end(`HTTP/1.1 ${status}\r\n${header}Content-Length: 2\r\nConnection: close\r\n\r\nno`)
  expect(await stream.end).toEqual(expected)
})

test('a 204 is a refusal, not an empty stream', async () => {
  const { stream, socket } = await connect()
  socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n')
  expect(await stream.end).toMatchObject({ kind: 'refused', status: 204 })
})

test('a page that somebody on the way answers with is no stream', async () => {
  const { stream, socket } = await connect()
  socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\ndata: Wi-Fi\n\n')
  expect(await stream.end).toMatchObject({ kind: 'refused', status: 200 })
})

test('a redirect is not followed', async () => {
  const { stream, socket } = await connect()
  socket.end('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n')
  expect(await stream.end).toEqual({ kind: 'unreachable' })
})

test('a line that is reset ends the stream after what had arrived', async () => {
  const { stream, socket, events } = await connect()
  socket.write(`${HEAD}data: a\n\n`)
  await expect.poll(() => events).toHaveLength(1)
  socket.resetAndDestroy()
  expect(await stream.end).toEqual({ kind: 'ended' })
})

test('a server that accepts and never answers is unreachable', async () => {
  const { stream } = await connect({ headersMs: 50 })
  expect(await stream.end).toEqual({ kind: 'unreachable' })
})

test('a half-open line is noticed by its silence', async () => {
  const { stream, socket } = await connect({ silenceMs: 100 })
  socket.write(`${HEAD}data: a\n\n`)
  expect(await stream.end).toEqual({ kind: 'silent' })
})

test('comments alone keep a stream alive', async () => {
  const { stream, socket, events } = await connect({ silenceMs: 1_000 })
  socket.write(HEAD)
  let written = 0
  const beats = setInterval(() => {
    socket.write(': beat\n\n')
    written += 1
  }, 100)
  const ended = vi.fn()
  void stream.end.then(ended)
  // Three silences long: it must not end by itself.
  await expect.poll(() => written).toBeGreaterThanOrEqual(30)
  expect(ended).not.toHaveBeenCalled()
  clearInterval(beats)
  expect(await stream.end).toEqual({ kind: 'silent' })
  expect(events).toEqual([])
})

test('an event without end cuts the stream instead of filling the memory', async () => {
  const { stream, socket } = await connect()
  socket.write(`${HEAD}data: `)
  const flood = setInterval(() => socket.write('x'.repeat(200_000)), 1)
  expect(await stream.end).toEqual({ kind: 'ended' })
  clearInterval(flood)
})

test('a closed stream says nothing more and frees its line', async () => {
  const { stream, socket, events } = await connect()
  const closed = once(socket, 'close')
  socket.write(`${HEAD}data: a\n\n`)
  await expect.poll(() => events).toHaveLength(1)
  stream.close()
  socket.write('data: b\n\n')
  expect(await stream.end).toEqual({ kind: 'closed' })
  await closed
  expect(events).toHaveLength(1)
})
