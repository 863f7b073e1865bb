import type { Identity, Stream } from '#contracts/stream.ts'
import { type Cursor, parseCursor } from '../cursor.ts'
import type { Refusal } from './change-streams.ts'
import type { Connections } from './connections.ts'
import type { Asking, ReadIdentity } from './identity.ts'
import { SHARE_TAKEN } from './persons.ts'
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

type Refused = Refusal & { headers?: Record<string, string> }

/**
 * Whether a request for a stream is let in, and with what: `?streams=a,b[&visible=a][&lastEventId=]` and the cookie. Others
 * may have come before the answer is read, so {@link ifRoom} has the last word.
 */
export async function admit(
  { connections, readIdentity }: { connections: Connections; readIdentity: ReadIdentity },
  headers: Headers,
  query: URLSearchParams,
): Promise<Admitted | Refused> {
  if (connections.full) return full()
  const identity = await readIdentity(headers)
  const wanted = resolveStreams(namesIn(query, 'streams'), identity)
  if ('problem' in wanted) return wanted
  const visible = resolveVisible(namesIn(query, 'visible'))
  if ('problem' in visible) return visible
  return { identity, streams: wanted.streams, after: resumePoint(headers, query), visible: visible.streams }
}

/** Whether there is room for who was admitted. Asked in the turn in which the connection is opened: nobody comes between. */
export function ifRoom(connections: Connections, admitted: Admitted | Refused): Admitted | Refused {
  if ('problem' in admitted) return admitted
  if (connections.full) return full()
  return connections.haveTheirShare(admitted.identity) ? shareTaken() : admitted
}

/** Somebody else may leave soon, and another node may have room. */
const full = (): Refused => ({
  problem: 'realtime/full',
  detail: 'This node takes no more viewers.',
  headers: retryAfter(1, 4),
})

/**
 * One of the others must end first, which is no matter of seconds; pages poll meanwhile. Not 503: a balancer would go on and
 * ask the next node.
 */
const shareTaken = (): Refused => ({
  problem: 'realtime/too-often',
  detail: SHARE_TAKEN,
  headers: retryAfter(10, 20),
})

/** Jittered, so that those who were refused together do not come back together. */
function retryAfter(leastS: number, mostS: number): Record<string, string> {
  return { 'retry-after': `${leastS + Math.floor(Math.random() * (mostS - leastS + 1))}` }
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
