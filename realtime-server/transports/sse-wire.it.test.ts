import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SseWire, sseHead } from './sse-wire.ts'

/** More than the kernel holds for one connection. */
const TOO_MUCH = { cursor: null, sse: Buffer.alloc(32 * 1024 * 1024, '.'), ws: Buffer.alloc(0) }

let viewer: Socket
let held: Socket
let resources: AsyncDisposableStack

beforeEach(async () => {
  resources = new AsyncDisposableStack()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  resources.defer(() => void server.close())
  viewer = connect((server.address() as AddressInfo).port, '127.0.0.1')
  ;[held] = (await once(server, 'connection')) as [Socket]
  resources.defer(() => void viewer.destroy())
  resources.defer(() => void held.destroy())
})
afterEach(() => resources.disposeAsync())

const closing = { reason: 'rotated', retryMs: 1_234, atOnce: false } as const

test('a viewer that is sent away is told when to come back, after all that was sent before', async () => {
  const wire = new SseWire(held, sseHead({}), 1_000)
  wire.send([{ ...TOO_MUCH, sse: Buffer.from('data: last\n\n') }])
  wire.close(closing)
  let text = ''
  for await (const bytes of viewer) text += bytes
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\nretry: 1000\n\ndata: last\n\nretry: 1234\n\n$/)
  if (!held.closed) await once(held, 'close')
})

test('a viewer that reads nothing when it is sent away is not waited for', async () => {
  viewer.pause()
  const wire = new SseWire(held, sseHead({}), 1_000)
  wire.send([TOO_MUCH])
  expect(wire.bufferedBytes).toBeGreaterThan(0)
  wire.close(closing)
  await once(held, 'close')
})
