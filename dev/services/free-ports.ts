import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/**
 * Above what browsers and fetch refuse (10080 is the last), below what systems give to outgoing connections (32768 on Linux): a
 * port from there may be somebody's line to PostgreSQL by the time that its program listens.
 */
const [LOWEST, HIGHEST] = [11_000, 32_000]

/** Ports that nobody listens on now. Drawn together, so that two of one call never agree. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenSomewhere))
  const ports = servers.map(portOf)
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1)
  return port as number
}

/** Whether something listens on this port of any local address. */
export async function isBusy(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((decide, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? decide(true) : fail(error)))
    server.listen(port, () => server.close(() => decide(false)))
  })
}

async function listenSomewhere(): Promise<Server> {
  const server = createServer()
  try {
    await once(server.listen(randomInt(LOWEST, HIGHEST), '127.0.0.1'), 'listening')
    return server
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return listenSomewhere()
    throw error
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}
