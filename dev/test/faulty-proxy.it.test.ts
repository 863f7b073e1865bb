import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts'

/** Says again what it hears. */
const echo = createServer((socket) => {
  served.push(socket)
  socket.on('error', (error: NodeJS.ErrnoException) => void faults.push(error.code)).pipe(socket)
})
let served: Socket[] = []
let faults: (string | undefined)[] = []
let proxy: FaultyProxy

beforeAll(async () => {
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
})
afterAll(() => void echo.close())
beforeEach(async () => {
  served = []
  faults = []
  proxy = await startFaultyProxy((echo.address() as AddressInfo).port)
  return () => proxy[Symbol.asyncDispose]()
})

/** A client that notes what it hears. */
async function open() {
  const socket = connect(proxy.port, '127.0.0.1')
  await once(socket, 'connect')
  const client = { socket, heard: '' }
  socket.on('data', (bytes) => {
    client.heard += bytes
  })
  return client
}

test('that is slow takes its time each way, and keeps the order when it is not any more', async () => {
  const client = await open()
  proxy.latencyMs = 200
  const sentAt = performance.now()
  client.socket.write('one ')
  await expect.poll(() => client.heard).toBe('one ')
  expect(performance.now() - sentAt).toBeGreaterThanOrEqual(400)

  client.socket.write('two ')
  await once(served[0] as Socket, 'data') // it is on its way back
  proxy.latencyMs = 0
  client.socket.write('three')
  await expect.poll(() => client.heard).toBe('one two three')
})

test('that resets is felt as a reset at both ends, and lets the next one in', async () => {
  const client = await open()
  const fault = once(client.socket, 'error')
  client.socket.write('one')
  await expect.poll(() => client.heard).toBe('one')
  proxy.reset()
  expect((await fault.catch((error) => [error]))[0].code).toBe('ECONNRESET')
  await expect.poll(() => faults).toEqual(['ECONNRESET'])
  const next = await open()
  next.socket.write('two')
  await expect.poll(() => next.heard).toBe('two')
})

test('that strands keeps its connections open and carries nothing on them', async () => {
  const client = await open()
  client.socket.write('one')
  await expect.poll(() => client.heard).toBe('one')
  proxy.strand()
  client.socket.write('two')
  const next = await open()
  next.socket.write('three')
  await expect.poll(() => next.heard).toBe('three')
  expect([client.heard, client.socket.destroyed, served[0]?.destroyed]).toEqual(['one', false, false])
})
