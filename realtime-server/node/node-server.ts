import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type RealtimeProblemType, StreamsChange } from '#contracts/connection.ts'
import type { Log } from '#platform/log.ts'
import { answerOps, type Ops } from '#platform/ops.ts'
import { UPGRADE_HEADERS } from '../transports/handshake.ts'
import { decideOrigin, PREFLIGHT_HEADERS } from '../transports/origin.ts'
import { sendProblem } from '../transports/problem.ts'
import { readJsonBody } from '../transports/read-body.ts'
import { changeStreams } from './change-streams.ts'
import { isClaimed } from './claimed-sockets.ts'
import type { Connections } from './connections.ts'
import { holdsAt, type ReadIdentity } from './identity.ts'
import type { NodeMetrics } from './node-metrics.ts'
import { openBareSse, openSse, SSE_PATH } from './open-sse.ts'
import { isWebSocket, openWebSocket, WS_PATH } from './open-websocket.ts'
import { SseDoor } from './sse-door.ts'

export interface NodeServerDeps {
  readonly connections: Connections
  /** Those of viewers and of all others; one more is closed unread. */
  readonly sockets: number
  readonly readIdentity: ReadIdentity
  readonly ops: Ops
  readonly metrics: NodeMetrics
  readonly log: Log
}

/** A request that has passed the door: its URL is one, its Origin is ours. */
interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly cors: Readonly<Record<string, string>>
}

/** Heads larger than this are nobody's: a cookie, a cursor and 32 names fit into a quarter of it. */
const HEAD_LIMIT_BYTES = 16_384
/** A client that takes longer to send its head is holding a descriptor, not asking for something. */
const HEAD_TIMEOUT_MS = 10_000

/**
 * The node's server: streams, changes of streams, and the three ops answers. Nearly all that asks for server-sent events
 * never meets its HTTP side, see {@link SseDoor}.
 */
export function createNodeServer(deps: NodeServerDeps): { server: Server; door: SseDoor } {
  const server = createServer(
    {
      maxHeaderSize: HEAD_LIMIT_BYTES,
      headersTimeout: HEAD_TIMEOUT_MS,
      requestTimeout: HEAD_TIMEOUT_MS,
      shouldUpgradeCallback: isWebSocket,
    },
    (request, response) => {
      // One answer a socket: kept for another request, those of a thousand changes a second would soon be all that others
      // may have. Balancers and HAProxy ask for it anyway; to say so beats a short time, which a proxy's reuse can run into.
      response.shouldKeepAlive = false
      serve(deps, request, response).catch((error) => {
        deps.log.error({ err: error }, 'a request failed')
        if (!response.headersSent)
          sendProblem(response, 'realtime/unavailable', 'Please try again.', { 'retry-after': '2' })
      })
    },
  )
  server.maxConnections = deps.sockets
  server.on('drop', () => deps.metrics.dropped.inc({ why: 'full' }))
  server.on('upgrade', (request, socket, head) => {
    openWebSocket(deps, request, socket as Socket, head).catch((error) => {
      deps.log.error({ err: error }, 'an upgrade failed')
      socket.destroy()
    })
  })
  const limits = { headBytes: HEAD_LIMIT_BYTES, headTimeoutMs: HEAD_TIMEOUT_MS }
  const door = new SseDoor(server, limits, (head, socket) =>
    openBareSse(deps, head, socket).catch((error) => {
      deps.log.error({ err: error }, 'a stream failed')
      socket.destroy()
      return true
    }),
  )
  return { server, door }
}

async function serve(deps: NodeServerDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isClaimed(request.socket)) return void request.socket.destroy()
  if (answerOps(deps.ops, request, response)) return
  const origin = decideOrigin(request.headers.origin, request.headers.host)
  const refuse = (type: RealtimeProblemType, detail: string, headers: Record<string, string> = {}) => {
    deps.metrics.refused.inc({ type })
    sendProblem(response, type, detail, { ...headers, ...(origin.allowed ? origin.headers : {}) })
  }
  if (!origin.allowed) return refuse('realtime/forbidden', 'This origin may not use the streams of this host.')
  const url = URL.parse(request.url ?? '', 'http://node')
  if (url === null) return refuse('realtime/invalid-request', 'The path is not one.')
  const call = { request, response, url, cors: origin.headers }
  if (request.method === 'OPTIONS') response.writeHead(204, { ...PREFLIGHT_HEADERS, ...origin.headers }).end()
  else if (request.method === 'GET' && url.pathname === SSE_PATH)
    await openSse(deps, { ...call, query: url.searchParams }, refuse)
  else if (request.method === 'POST' && /^\/realtime\/[^/]+\/streams$/.test(url.pathname))
    await change(deps, call, refuse)
  else if (request.method === 'GET' && url.pathname === WS_PATH)
    refuse('realtime/upgrade-required', 'This address is for WebSockets.', UPGRADE_HEADERS)
  else refuse('realtime/not-found', 'There is nothing here: try GET /realtime/sse?streams=public.show.<showId>.')
}

type Refuse = (type: RealtimeProblemType, detail: string, headers?: Record<string, string>) => void

/** `POST /realtime/<connection>/streams {subscribe, unsubscribe, visible}` */
async function change(deps: NodeServerDeps, { request, response, url, cors }: Call, refuse: Refuse): Promise<void> {
  const found = deps.connections.find(url.pathname.split('/')[2] ?? '')
  const connection = found && holdsAt(found.identity, request.headers.host) ? found : undefined
  const body = StreamsChange.safeParse(await readJsonBody(request))
  if (!connection) return refuse('realtime/not-found', 'This connection is not open here; open a new one.')
  if (!body.success) {
    return refuse(
      'realtime/invalid-request',
      'The body must be {"subscribe": [names], "unsubscribe": [names], "visible": [names]}.',
    )
  }
  const identity = await deps.readIdentity(request.headers)
  const changed = await changeStreams(deps.connections, connection, identity, body.data)
  if ('problem' in changed) return refuse(changed.problem, changed.detail)
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store', ...cors })
  response.end(JSON.stringify(changed))
}
