import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import type { RealtimeProblemType, Where } from '#contracts/connection.ts'
import { handshakeKey, UPGRADE_HEADERS } from '../transports/handshake.ts'
import { readBody } from '../transports/read-body.ts'
import type { BalancerMetrics } from './balancer-metrics.ts'
import type { Scheme } from './client-address.ts'
import { type Answering, dial } from './dial.ts'
import type { Front } from './front.ts'
import { nodeAddress } from './node-address.ts'
import { nodeHead, type Sequel } from './node-head.ts'
import { place, type Unplaced } from './place.ts'
import type { Roster } from './roster.ts'
import type { Tunnels } from './tunnels.ts'

export interface CallDeps {
  readonly roster: Roster
  readonly tunnels: Tunnels
  readonly metrics: BalancerMetrics
}

/** A request that has passed the door: its Host is one, its Origin is ours, its address has room. */
export interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly front: Front
  /** The hostname that was asked. */
  readonly hostname: string
  /** Address of who asks. */
  readonly client: string
  /** How they came to us, or to the edge before us. */
  readonly scheme: Scheme
  readonly cors: Readonly<Record<string, string>>
  /** Answers with a problem document. */
  refuse(type: RealtimeProblemType, detail: string, headers?: Readonly<Record<string, string>>): void
}

/** `GET /realtime/sse`: goes on at the least loaded node that answers. */
export const openSse = (deps: CallDeps, call: Call): Promise<void> => open(deps, call, null)

/** `GET /realtime/ws`, an upgrade: so does this, in both directions once the node has agreed. */
export async function openWebSocket(deps: CallDeps, call: Call): Promise<void> {
  const websocketKey = handshakeKey(call.request)
  if (websocketKey !== null) return open(deps, call, { websocketKey })
  call.refuse('realtime/upgrade-required', 'The handshake must be that of RFC 6455.', UPGRADE_HEADERS)
}

async function open(deps: CallDeps, call: Call, sequel: Sequel): Promise<void> {
  const { tunnels } = deps
  const { request, front } = call
  if (hasBody(request)) return call.refuse('realtime/invalid-request', 'A stream is asked for without a body.')
  if (tunnels.draining) return refuseStopping(call)
  if (tunnels.full) return call.refuse('realtime/full', 'This balancer takes no more viewers.')
  front.met()
  const head = nodeHead(headOf(request), call.client, sequel)
  const observe = deps.metrics.firstByteSeconds.startTimer()
  const placed = await tunnels.opening(() => untilGone(front, (signal) => place(deps, head, signal)))
  if (typeof placed === 'string') return refuseUnplaced(call, placed)
  observe()
  if (!tunnels.draining) return join(deps, call, placed)
  // Nobody would tell this viewer to go: the moments of those who are inside have been given out.
  placed.node.socket.destroy()
  refuseStopping(call)
}

const refuseStopping = ({ refuse }: Call): void =>
  refuse('realtime/unavailable', 'This balancer is stopping; ask again.')

function refuseUnplaced({ refuse }: Call, why: Unplaced): void {
  if (why === 'full') refuse('realtime/full', 'The nodes take no more viewers.')
  else if (why === 'unavailable') refuse('realtime/unavailable', 'No node can serve this now.')
}

/** `POST /realtime/<connection>/streams`: goes on at the node that holds the connection. */
export async function changeStreams(deps: CallDeps, call: Call, nodeId: string): Promise<void> {
  const { request, front } = call
  const body = await readBody(request)
  front.met()
  if (body === null) return call.refuse('realtime/invalid-request', 'The body is too large.')
  const url = deps.roster.urlOf(nodeId)
  if (url === null) return call.refuse('realtime/not-found', 'This connection is not open here; open a new one.')
  const bytes = Buffer.concat([nodeHead(headOf(request), call.client, { bodyBytes: body.length }), body])
  const answering = await untilGone(front, (signal) => dial(url, bytes, signal))
  if (typeof answering !== 'string') return join(deps, call, answering)
  deps.metrics.failures.inc({ reason: answering })
  // Where nobody listens any more no connection is open either; a node that says nothing may still have it.
  if (answering === 'refused') call.refuse('realtime/not-found', 'This connection has closed; open a new one.')
  else call.refuse('realtime/unavailable', 'The node of this connection does not answer; try again.')
}

/** `GET /realtime/where`: the address of a node, for clients that can reach it themselves. */
export function answerWhere({ roster }: CallDeps, { response, hostname, scheme, cors, refuse }: Call): void {
  const node = roster.choose()
  if (node === null) {
    refuse('realtime/unavailable', 'No node can serve this now.')
    return
  }
  const where: z.infer<typeof Where> = { node: node.id, url: nodeAddress(node.url, scheme, hostname) }
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store', ...cors })
  response.end(JSON.stringify(where))
}

/** From here on the node's bytes are the answer. */
function join({ tunnels }: CallDeps, { front }: Call, answering: Answering): void {
  const viewer = front.release()
  if (viewer === null) answering.node.socket.destroy()
  else tunnels.open(viewer, answering)
}

/** Runs work that ends when the viewer goes. */
async function untilGone<T>(front: Front, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const gone = new AbortController()
  const onClose = () => gone.abort()
  front.once('close', onClose)
  try {
    return await work(gone.signal)
  } finally {
    front.off('close', onClose)
  }
}

const headOf = ({ method = '', url = '', rawHeaders }: IncomingMessage) => ({ method, url, rawHeaders })

/** Bytes after the head could be read as another request by whoever comes next. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
