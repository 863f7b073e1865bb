import { createServer, type Server } from 'node:net'

/** Browsers and fetch refuse some ports at and below this one (6665–6669, 10080, …). */
const HIGHEST_REFUSED_PORT = 10_080

/** Ports that nobody listens on now. Drawn together, so that two of one call never agree. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere))
  const ports = servers.map(portOf).filter((port) => port > HIGHEST_REFUSED_PORT)
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports.length === count ? ports : [...ports, ...(await freePorts(count - ports.length))]
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

function listenAnywhere(): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => done(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}
