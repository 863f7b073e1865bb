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
  /** What arrives waits, as at a peer that has stopped reading; it goes on when this is over. */
  stalled: boolean
  /** Nobody gets through, though the server lives. */
  refusing: boolean
  /** Breaks the connections there are; new ones can be made unless it refuses. */
  cut(): void
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
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    client.on('data', (bytes) => {
      if (proxy.silentAt !== null && bytes.includes(proxy.silentAt)) proxy.silent = true
      if (carries()) target.write(bytes)
    })
    target.on('data', (bytes) => {
      if (carries()) client.write(bytes)
    })
    client.on('close', () => target.destroy())
    target.on('close', () => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy: FaultyProxy = {
    port: (server.address() as AddressInfo).port,
    silent: false,
    silentAt: null,
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
