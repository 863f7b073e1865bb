import { createServer, type IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { createServer as createSocketServer, type Server, type Socket } from 'node:net'
import type { BalancerMetrics } from './balancer-metrics.ts'
import { Front } from './front.ts'
import type { Gate } from './gate.ts'
import { protocolError } from './protocol-error.ts'
import { routeOf } from './route.ts'

/** Heads larger than this are nobody's: a cookie, a cursor and 32 names fit into a quarter of it. */
const HEAD_LIMIT_BYTES = 16_384
/** A client that takes longer to send its request is holding a descriptor, not asking for something. */
const REQUEST_TIMEOUT_MS = 10_000
/** Sockets besides those of viewers: preflights, changes of streams, refusals. Each lives for milliseconds. */
export const SPARE_SOCKETS = 400
/** What a viewer's socket takes before its node is made to wait. */
const SOCKET_BUFFER_BYTES = 16_384
/** Finds a viewer whose network went away without a word, in minutes instead of never. */
const KEEP_ALIVE_DELAY_MS = 60_000

export interface DoorOptions {
  readonly maxConnections: number
  readonly gate: Gate
  readonly metrics: BalancerMetrics
}

export interface Door {
  /** To listen with. */
  readonly server: Server
  /** Lets nobody in any more, waits for `inside` to be done, and closes on those who have not said what they want. */
  close(inside: () => Promise<void>): Promise<void>
}

/**
 * Accepts sockets and reads one request from each, with Node's strict HTTP parser. The server that listens knows
 * nothing of HTTP and the one that parses never holds a socket, see {@link Front}.
 */
export function createDoor({ maxConnections, gate, metrics }: DoorOptions, serve: RequestListener): Door {
  const fronts = new Set<Front>()
  const options = { maxHeaderSize: HEAD_LIMIT_BYTES, requireHostHeader: false, shouldUpgradeCallback: isUpgrade }
  const http = createServer(options, (request, response) => {
    response.setHeader('Connection', 'close')
    serve(request, response)
  })
  http.maxRequestsPerSocket = 1
  const refuse = (front: Front, code: string | undefined) => {
    const { status, bytes } = protocolError(code)
    metrics.refused.inc({ type: `protocol/${status}` })
    if (!front.writable) return front.destroy()
    front.write(bytes)
    front.destroySoon()
  }
  http.on('dropRequest', (_request, front) => front.destroy())
  http.on('clientError', (error: NodeJS.ErrnoException, front) => refuse(front as Front, error.code))

  // An upgrade is a request like any other, but its parser says exactly what came after it: nothing, if it is honest.
  http.on('upgrade', (request, socket, rest) => {
    const front = socket as Front
    front.on('error', () => {}) // the HTTP server has let go of it; `close` follows
    if (rest.length > 0) return refuse(front, undefined)
    const response = new ServerResponse(request)
    response.assignSocket(request.socket)
    response.once('finish', () => front.destroySoon())
    response.setHeader('Connection', 'close')
    serve(request, response)
  })

  const server = createSocketServer({
    highWaterMark: SOCKET_BUFFER_BYTES,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS,
  })
  server.maxConnections = maxConnections + SPARE_SOCKETS
  server.on('drop', () => metrics.dropped.inc({ why: 'full' }))
  server.on('connection', (socket: Socket) => {
    const peer = gate.admitPeer(socket)
    if (peer === null) {
      metrics.dropped.inc({ why: 'address' })
      socket.destroy()
      return
    }
    const front = new Front(socket, peer)
    front.expectWithin(REQUEST_TIMEOUT_MS, () => refuse(front, 'ERR_HTTP_REQUEST_TIMEOUT'))
    fronts.add(front)
    front.once('close', () => fronts.delete(front))
    http.emit('connection', front)
  })
  return {
    server,
    async close(inside) {
      const closed = new Promise((resolve) => server.close(resolve))
      await inside()
      for (const front of fronts) front.destroy()
      await closed
    },
  }
}

/** Whether a request asks for another protocol where there is one; elsewhere that is passed over. */
const isUpgrade = ({ method = '', url = '' }: IncomingMessage): boolean => routeOf(method, url).kind === 'ws'

/** The front that a request came through: the parsing server was given nothing else. */
export const frontOf = (request: IncomingMessage): Front => request.socket as unknown as Front
