import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer } from 'ws'
import type { RealtimeProblemType } from '#contracts/connection.ts'
import { MESSAGE_LIMIT_BYTES } from '../transports/client-message.ts'
import { handshakeKey, UPGRADE_HEADERS } from '../transports/handshake.ts'
import { decideOrigin } from '../transports/origin.ts'
import { sendProblem } from '../transports/problem.ts'
import { WsWire } from '../transports/ws-wire.ts'
import { type Admitted, admit, ifRoom } from './admit.ts'
import { inTurn } from './change-streams.ts'
import { claim, isClaimed } from './claimed-sockets.ts'
import type { Connections } from './connections.ts'
import type { ReadIdentity } from './identity.ts'
import { listenToClient } from './listen-to-client.ts'
import type { NodeMetrics } from './node-metrics.ts'

export interface WebSocketDeps {
  readonly connections: Connections
  readonly readIdentity: ReadIdentity
  readonly metrics: NodeMetrics
}

export const WS_PATH = '/realtime/ws'

/** Nobody has reason to cut 4 KB into more parts than this. */
const MAX_FRAGMENTS = 64
/** Time for a close frame to arrive and be answered; a node that stops waits for its last viewers no longer. */
const CLOSE_TIMEOUT_MS = 3_000

/** `closeTimeout` and `maxPendingAutoPongs` are not in the types of `ws` yet. */
const options = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false, // a compressed frame is one viewer's own, and 300 KB of memory each
  maxPayload: MESSAGE_LIMIT_BYTES,
  maxFragments: MAX_FRAGMENTS,
  maxPendingAutoPongs: 0, // pings count as messages do, so there is a bound already
  closeTimeout: CLOSE_TIMEOUT_MS,
  handleProtocols: () => false as const, // we have none, and may not choose one that we do not know
}
const sockets = new WebSocketServer(options)

/** Requests that ask for another protocol elsewhere are answered as if they had not. */
export const isWebSocket = ({ url }: IncomingMessage): boolean => url?.split('?', 1)[0] === WS_PATH

/** `GET /realtime/ws[?streams=a,b][&visible=a][&lastEventId=]` with `Upgrade: websocket`. All is checked before the upgrade. */
export async function openWebSocket(
  deps: WebSocketDeps,
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
): Promise<void> {
  socket.on('error', () => {}) // `close` follows and says all there is to say
  if (isClaimed(socket)) return void socket.destroy()
  const refuse = (type: RealtimeProblemType, detail: string, headers: Record<string, string> = {}) => {
    deps.metrics.refused.inc({ type })
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    response.assignSocket(socket)
    response.once('finish', () => socket.destroySoon())
    sendProblem(response, type, detail, headers)
  }
  if (!decideOrigin(request.headers.origin, request.headers.host).allowed) {
    return refuse('realtime/forbidden', 'This origin may not use the streams of this host.')
  }
  const url = URL.parse(request.url ?? '', 'http://node')
  if (url === null) return refuse('realtime/invalid-request', 'The path is not one.')
  if (handshakeKey(request) === null) {
    return refuse('realtime/upgrade-required', 'The handshake must be that of RFC 6455.', UPGRADE_HEADERS)
  }
  const admitted = ifRoom(deps.connections, await admit(deps, request.headers, url.searchParams))
  if ('problem' in admitted) return refuse(admitted.problem, admitted.detail, admitted.headers)
  if (claim(socket)) await open(deps, request, socket, head, admitted)
}

async function open(
  deps: WebSocketDeps,
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
  { identity, streams, after, visible }: Admitted,
): Promise<void> {
  const { connections } = deps
  const { promise, resolve } = Promise.withResolvers<void>()
  socket.once('close', resolve) // `ws` calls back in this turn, or closes the socket of a viewer that has gone
  sockets.handleUpgrade(request, socket, head, (ws) => {
    let wire: WsWire | undefined
    const connection = connections.open(identity, (retryMs) => {
      wire = new WsWire(ws, socket, retryMs)
      return wire
    })
    socket.once('close', () => connection.close('client', 0))
    resolve(inTurn(connection, () => connection.open(streams, after, visible)))
    listenToClient(ws, wire as WsWire, connection, connections)
  })
  await promise
}
