import type { Socket } from 'node:net'
import type { Identity, Stream } from '#contracts/stream.ts'
import { type Cursor, parseCursor } from '../cursor.ts'
import type { Refusal } from './change-streams.ts'
import type { Connections } from './connections.ts'
import type { Asking, ReadIdentity } from './identity.ts'
import { resolveStreams, resolveVisible } from './stream-list.ts'

/** A viewer who may come in, whatever it comes by. */
export interface Admitted {
  readonly identity: Identity | null
  readonly streams: readonly Stream[]
  readonly after: Cursor | 'unknown' | null
  /** Shows that somebody has before their eyes. */
  readonly visible: readonly Stream[]
}

/** What a request for a stream says in its headers. */
interface Headers extends Asking {
  readonly 'last-event-id'?: string | string[] | undefined
}

/** Whether a request for a stream is let in, and with what: `?streams=a,b[&visible=a][&lastEventId=]` and the cookie. */
export async function admit(
  { connections, readIdentity }: { connections: Connections; readIdentity: ReadIdentity },
  headers: Headers,
  query: URLSearchParams,
): Promise<Admitted | (Refusal & { headers?: Record<string, string> })> {
  if (connections.full) return full()
  const identity = await readIdentity(headers)
  const wanted = resolveStreams(namesIn(query, 'streams'), identity)
  if ('problem' in wanted) return wanted
  const visible = resolveVisible(namesIn(query, 'visible'))
  if ('problem' in visible) return visible
  if (connections.full) return full() // others came while the cookie was read
  return { identity, streams: wanted.streams, after: resumePoint(headers, query), visible: visible.streams }
}

function full() {
  const retryAfterS = 1 + Math.floor(Math.random() * 4)
  const headers = { 'retry-after': `${retryAfterS}` }
  return { problem: 'realtime/full', detail: 'This node takes no more viewers.', headers } as const
}

function namesIn(query: URLSearchParams, parameter: 'streams' | 'visible'): string[] {
  const names = query.getAll(parameter).flatMap((list) => list.split(','))
  return names.filter((name) => name !== '')
}

/** The header is the browser's own, newer than what the page put into the address. What is no cursor counts as lost. */
function resumePoint(headers: Headers, query: URLSearchParams): Cursor | 'unknown' | null {
  const text = headers['last-event-id']?.toString() || query.get('lastEventId') || ''
  if (text === '') return null
  return parseCursor(text) ?? 'unknown'
}

const streaming = new WeakSet<Socket>()

/** Whether a socket carries a stream: it is written past any response, so nothing else can be asked on it. */
export const isClaimed = (socket: Socket): boolean => streaming.has(socket)

/** Takes a socket for a stream; false when it has one, and then it is destroyed, or when its viewer has gone. */
export function claim(socket: Socket): boolean {
  if (streaming.has(socket)) socket.destroy()
  if (socket.destroyed) return false
  streaming.add(socket)
  return true
}
