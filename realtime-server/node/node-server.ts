import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type RealtimeProblemType, StreamsChange } from '#contracts/connection.ts'
import { clientStreamName, type Identity, MAX_STREAMS_PER_CONNECTION, type Stream } from '#contracts/stream.ts'
import type { Log } from '#platform/log.ts'
import { answerOps, type Ops } from '#platform/ops.ts'
import { type Cursor, parseCursor } from '../cursor.ts'
import { type Connection, isSession } from '../hub/connection.ts'
import { decideOrigin, PREFLIGHT_HEADERS } from '../transports/origin.ts'
import { sendProblem } from '../transports/problem.ts'
import { readJsonBody } from '../transports/read-body.ts'
import { SseWire, sseHead } from '../transports/sse-wire.ts'
import type { Connections } from './connections.ts'
import type { ReadIdentity } from './identity.ts'
import type { NodeMetrics } from './node-metrics.ts'
import { resolveStreams, resolveVisible, type StreamList, tooMany } from './stream-list.ts'

export interface NodeServerDeps {
  readonly connections: Connections
  readonly readIdentity: ReadIdentity
  readonly ops: Ops
  readonly metrics: NodeMetrics
  readonly log: Log
}

/** Sockets that carry a stream: it is written past their response, so nothing else can be asked on them. */
const streaming = new WeakSet<Socket>()

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

/** The node's HTTP server: streams, changes of streams, and the three ops answers. */
export function createNodeServer(deps: NodeServerDeps): Server {
  const server = createServer(
    {
      maxHeaderSize: HEAD_LIMIT_BYTES,
      headersTimeout: HEAD_TIMEOUT_MS,
      requestTimeout: HEAD_TIMEOUT_MS,
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      serve(deps, request, response).catch((error) => {
        deps.log.error({ err: error }, 'a request failed')
        if (!response.headersSent)
          sendProblem(response, 'realtime/unavailable', 'Please try again.', { 'retry-after': '2' })
      })
    },
  )
  return server
}

async function serve(deps: NodeServerDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (streaming.has(request.socket)) return void request.socket.destroy()
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
  else if (request.method === 'GET' && url.pathname === '/realtime/sse') await openSse(deps, call, refuse)
  else if (request.method === 'POST' && /^\/realtime\/[^/]+\/streams$/.test(url.pathname))
    await changeStreams(deps, call, refuse)
  else refuse('realtime/not-found', 'There is nothing here: try GET /realtime/sse?streams=public.show.<showId>.')
}

type Refuse = (type: RealtimeProblemType, detail: string, headers?: Record<string, string>) => void

/** `GET /realtime/sse?streams=a,b[&visible=a][&lastEventId=]` */
async function openSse(deps: NodeServerDeps, { request, url, cors }: Call, refuse: Refuse): Promise<void> {
  const { connections } = deps
  const refuseFull = () => {
    const retryAfterS = 1 + Math.floor(Math.random() * 4)
    refuse('realtime/full', 'This node takes no more viewers.', { 'retry-after': `${retryAfterS}` })
  }
  if (connections.full) return refuseFull()
  const identity = await deps.readIdentity(request.headers.cookie)
  const wanted = resolveStreams(namesIn(url, 'streams'), identity)
  if ('problem' in wanted) return refuse(wanted.problem, wanted.detail)
  const visible = resolveVisible(namesIn(url, 'visible'))
  if ('problem' in visible) return refuse(visible.problem, visible.detail)
  if (connections.full) return refuseFull() // others came while the cookie was read
  const { socket } = request
  if (streaming.has(socket)) socket.destroy()
  if (socket.destroyed) return
  streaming.add(socket)
  const connection = connections.open(identity, (retryMs) => new SseWire(socket, sseHead(cors), retryMs))
  socket.setTimeout(0)
  socket.once('close', () => connection.close('client', 0))
  await connection.open(wanted.streams, resumePoint(request, url), visible.streams)
}

function namesIn(url: URL, parameter: 'streams' | 'visible'): string[] {
  const names = url.searchParams.getAll(parameter).flatMap((list) => list.split(','))
  return names.filter((name) => name !== '')
}

/** The header is the browser's own, newer than what the page put into the address. What is no cursor counts as lost. */
function resumePoint(request: IncomingMessage, url: URL): Cursor | 'unknown' | null {
  const text = request.headers['last-event-id']?.toString() || url.searchParams.get('lastEventId') || ''
  if (text === '') return null
  return parseCursor(text) ?? 'unknown'
}

/** `POST /realtime/<connection>/streams {subscribe, unsubscribe, visible}` */
async function changeStreams(
  deps: NodeServerDeps,
  { request, response, url, cors }: Call,
  refuse: Refuse,
): Promise<void> {
  const connection = deps.connections.find(url.pathname.split('/')[2] ?? '')
  const body = StreamsChange.safeParse(await readJsonBody(request))
  if (!connection) return refuse('realtime/not-found', 'This connection is not open here; open a new one.')
  if (!body.success) {
    return refuse(
      'realtime/invalid-request',
      'The body must be {"subscribe": [names], "unsubscribe": [names], "visible": [names]}.',
    )
  }
  const identity = await deps.readIdentity(request.headers.cookie)
  const change = decideChange(connection, identity, body.data)
  if ('problem' in change) return refuse(change.problem, change.detail)
  const visible = body.data.visible && resolveVisible(body.data.visible)
  if (visible && 'problem' in visible) return refuse(visible.problem, visible.detail)
  if (identity && !connection.extend(identity)) {
    return refuse('realtime/forbidden', 'This connection is somebody else’s.')
  }
  deps.connections.reschedule(connection)
  const versions = await connection.change(change.add, change.remove)
  if (versions === null) return refuse('realtime/not-found', 'This connection has closed; open a new one.')
  if (visible) connection.see(visible.streams)
  const follows = Object.fromEntries(connection.streams.map((stream) => [clientStreamName(stream), {}]))
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store', ...cors })
  response.end(JSON.stringify({ connection: connection.id, streams: { ...follows, ...versions } }))
}

/** What a change of streams comes to, for the rights of the caller and those the connection has. */
function decideChange(
  connection: Connection,
  caller: Identity | null,
  change: StreamsChange,
): { add: Stream[]; remove: Stream[] } | Extract<StreamList, { problem: unknown }> {
  const identity = caller ?? connection.identity
  const add = resolveStreams(change.subscribe, identity)
  if ('problem' in add) return add
  const remove = resolveStreams(change.unsubscribe, identity)
  if ('problem' in remove) return remove
  const follows = new Set(connection.streams.filter((stream) => !isSession(stream)).map(clientStreamName))
  for (const stream of remove.streams) follows.delete(clientStreamName(stream))
  for (const stream of add.streams) follows.add(clientStreamName(stream))
  if (follows.size > MAX_STREAMS_PER_CONNECTION) return tooMany()
  return { add: add.streams, remove: [...remove.streams, ...lostRights(connection, caller)] }
}

/** Streams that fresh rights do not cover any more. */
function lostRights(connection: Connection, fresh: Identity | null): Stream[] {
  if (fresh === null || fresh.roles.includes('staff')) return []
  return connection.streams.filter(({ kind }) => kind === 'staff')
}
