import { ConnectionId } from './ids.ts'
import type { MessageEvent } from './message.ts'
import { clientStreamName, parseStream, type Stream, streamName } from './stream.ts'

/*
 * Where a published message goes: onto a stream, or past all streams straight to connections.
 *   <a stream's full name>           whoever follows it, now or within minutes
 *   connection.<nodeId>.<random>     one open connection, on whichever node it is; the id is the one in its `ready`
 *   broadcast                        every open connection of the tier
 * Nobody subscribes to the last two, every connection has them. They have no history: their messages come without an
 * id, so that they move nobody's cursor, and whoever is away misses them.
 */

/** A target taken apart. */
export type Target = Stream | { kind: 'connection'; connection: string } | { kind: 'broadcast' }

/** The names under which clients see what was sent to them past all streams. */
export const DIRECT_NAMES = ['connection', 'broadcast'] as const
export type DirectName = (typeof DIRECT_NAMES)[number]

/** What may be said to one connection. Not a show's changes, which mean nothing outside their order on its stream. */
export const CONNECTION_EVENTS = ['notice', 'promotional', 'order.updated', 'inbox', 'config'] as const

/** What may be said to everybody, at all resellers: nothing that is any one reseller's or person's. */
export const BROADCAST_EVENTS = ['notice'] as const

export type ConnectionEvent = (typeof CONNECTION_EVENTS)[number]
export type BroadcastEvent = (typeof BROADCAST_EVENTS)[number]

const PREFIX = 'connection.'

/** Takes the name of a target apart; null when it is not one. */
export function parseTarget(text: string): Target | null {
  if (text === 'broadcast') return { kind: 'broadcast' }
  if (!text.startsWith(PREFIX)) return parseStream(text)
  const connection = text.slice(PREFIX.length)
  return ConnectionId.safeParse(connection).success ? { kind: 'connection', connection } : null
}

/** The full name of a target. */
export function targetName(target: Target): string {
  if (target.kind === 'broadcast') return target.kind
  if (target.kind === 'connection') return `${PREFIX}${target.connection}`
  return streamName(target)
}

/** The name that clients read in `stream`. */
export function clientTargetName(target: Target): string {
  return target.kind === 'connection' || target.kind === 'broadcast' ? target.kind : clientStreamName(target)
}

/**
 * What may be published on a stream: its own events and no others, so that nothing private is ever said in public. On a
 * show's stream nothing is: its changes are core's, and how many look is counted by the nodes.
 */
function streamEvents(stream: Stream): readonly MessageEvent[] {
  switch (stream.kind) {
    case 'show':
      return []
    case 'promotional':
      return ['promotional']
    case 'staff':
      return [({ config: 'config', sales: 'sales' } as const)[stream.name]]
    case 'private':
      return [({ order: 'order.updated', inbox: 'inbox', session: 'session.ended' } as const)[stream.name]]
  }
}

/** Whether this event may be published there. */
export function mayCarry(target: Target, event: MessageEvent): boolean {
  if (target.kind === 'connection') return CONNECTION_EVENTS.some((one) => one === event)
  if (target.kind === 'broadcast') return BROADCAST_EVENTS.some((one) => one === event)
  return streamEvents(target).some((one) => one === event)
}
