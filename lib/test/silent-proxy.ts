import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A TCP proxy that can fall silent: what arrives then goes nowhere, and connections stay open. */
export interface SilentProxy extends AsyncDisposable {
  readonly port: number
  silent: boolean
  /** Falls silent as soon as a client sends bytes that contain this text. */
  silentAt: string | null
}

export async function startSilentProxy(targetPort: number): Promise<SilentProxy> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1')
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    client.on('data', (bytes) => {
      if (proxy.silentAt !== null && bytes.includes(proxy.silentAt)) proxy.silent = true
      if (!proxy.silent) target.write(bytes)
    })
    target.on('data', (bytes) => {
      if (!proxy.silent) client.write(bytes)
    })
    client.on('close', () => target.destroy())
    target.on('close', () => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy: SilentProxy = {
    port: (server.address() as AddressInfo).port,
    silent: false,
    silentAt: null,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
  return proxy
}
