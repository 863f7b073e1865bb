import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { RealtimeProblemType } from '#contracts/connection.ts'
import { decideOrigin } from '../transports/origin.ts'
import { SseWire, sseHead } from '../transports/sse-wire.ts'
import { type Admitted, admit, ifRoom } from './admit.ts'
import { claim } from './claimed-sockets.ts'
import type { Connections } from './connections.ts'
import type { ReadIdentity } from './identity.ts'
import type { SseHead } from './sse-head.ts'

export interface SseDeps {
  readonly connections: Connections
  readonly readIdentity: ReadIdentity
}

export const SSE_PATH = '/realtime/sse'

type Refuse = (type: RealtimeProblemType, detail: string, headers?: Record<string, string>) => void
type Cors = Readonly<Record<string, string>>

/**
 * `GET /realtime/sse?streams=a,b[&visible=a][&lastEventId=]` on a socket that the HTTP server has not seen.
 * @returns false when it shall see it, and refuse it
 */
export async function openBareSse(deps: SseDeps, { query, headers }: SseHead, socket: Socket): Promise<boolean> {
  const origin = decideOrigin(headers.origin, headers.host)
  if (!origin.allowed) return false
  const admitted = ifRoom(deps.connections, await admit(deps, headers, new URLSearchParams(query)))
  if ('problem' in admitted) return false
  if (!socket.destroyed) await open(deps.connections, socket, origin.headers, admitted)
  return true
}

/** The same from the HTTP server: something was unusual about the request, or about its connection. */
export async function openSse(
  deps: SseDeps,
  { request, query, cors }: { request: IncomingMessage; query: URLSearchParams; cors: Cors },
  refuse: Refuse,
): Promise<void> {
  const admitted = ifRoom(deps.connections, await admit(deps, request.headers, query))
  if ('problem' in admitted) return refuse(admitted.problem, admitted.detail, admitted.headers)
  const { socket } = request
  if (!claim(socket)) return
  socket.setTimeout(0)
  await open(deps.connections, socket, cors, admitted)
}

async function open(
  connections: Connections,
  socket: Socket,
  cors: Cors,
  { identity, streams, after, visible }: Admitted,
): Promise<void> {
  const connection = connections.open(identity, (retryMs) => new SseWire(socket, sseHead(cors), retryMs))
  socket.on('close', () => connection.close('client', 0))
  await connection.open(streams, after, visible)
}
