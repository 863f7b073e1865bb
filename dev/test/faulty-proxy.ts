import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A TCP proxy between a program and a server of a test, for the ways in which networks fail. */
export interface FaultyProxy extends AsyncDisposable {
  readonly port: number
  /** What arrives goes nowhere, and connections stay open. */
  silent: boolean
  /** Falls silent as soon as a client sends bytes that contain this text. */
  silentAt: string | null
  /** Falls silent right after a client sent bytes that contain this text: they arrive, and their answer does not. */
  silentAfter: string | null
  /** What arrives waits, as at a peer that has stopped reading; it goes on when this is over. */
  stalled: boolean
  /** Each way takes this much longer. What is on its way when an end closes is lost. */
  latencyMs: number
  /** Nobody gets through, though the server lives. */
  refusing: boolean
  /** Breaks the connections there are; new ones can be made unless it refuses. */
  cut(): void
  /** Breaks them as a peer does that has forgotten them: with a reset, at both ends. */
  reset(): void
  /** The connections there are stay open and carry nothing any more; new ones do. */
  strand(): void
}

export async function startFaultyProxy(targetPort: number): Promise<FaultyProxy> {
  const sockets = new Set<Socket>()
  let generation = 0
  let stalled = false
  const server = createServer((client) => {
    if (proxy.refusing) return void client.destroy()
    const target = connect(targetPort, '127.0.0.1')
    const born = generation
    const carries = () => !proxy.silent && born === generation
    const latency = () => proxy.latencyMs
    const toTarget = slowly(latency, (bytes) => target.write(bytes), carries)
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    client.on('data', (bytes) => {
      if (proxy.silentAt !== null && bytes.includes(proxy.silentAt)) proxy.silent = true
      toTarget(bytes)
      if (proxy.silentAfter !== null && bytes.includes(proxy.silentAfter)) proxy.silent = true
    })
    target.on(
      'data',
      slowly(latency, (bytes) => client.write(bytes), carries),
    )
    client.on('close', () => target.destroy())
    target.on('close', () => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy: FaultyProxy = {
    port: (server.address() as AddressInfo).port,
    silent: false,
    silentAt: null,
    silentAfter: null,
    latencyMs: 0,
    refusing: false,
    get stalled() {
      return stalled
    },
    set stalled(value) {
      stalled = value
      for (const socket of sockets) value ? socket.pause() : socket.resume()
    },
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    reset() {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    strand() {
      generation += 1
    },
    async [Symbol.asyncDispose]() {
      proxy.cut()
      await new Promise((closed) => server.close(closed))
    },
  }
  return proxy
}

/** Carries bytes in the order in which they came, however the latency changes meanwhile; what may not set out never arrives. */
function slowly(
  latencyMs: () => number,
  carry: (bytes: Buffer) => void,
  mayCarry: () => boolean,
): (bytes: Buffer) => void {
  const underway: { readonly bytes: Buffer; readonly dueAtMs: number }[] = []
  const arrive = () => {
    for (let next = underway[0]; next !== undefined; next = underway[0]) {
      const waitMs = next.dueAtMs - performance.now()
      if (waitMs > 0) return void setTimeout(arrive, Math.ceil(waitMs))
      underway.shift()
      carry(next.bytes)
    }
  }
  return (bytes) => {
    if (!mayCarry()) return
    underway.push({ bytes, dueAtMs: performance.now() + latencyMs() })
    if (underway.length === 1) arrive()
  }
}
