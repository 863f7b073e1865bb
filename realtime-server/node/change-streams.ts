import type { z } from 'zod'
import type { RealtimeProblemType, StreamsChange, StreamsChanged } from '#contracts/connection.ts'
import { clientStreamName, type Identity, MAX_STREAMS_PER_CONNECTION, type Stream } from '#contracts/stream.ts'
import { type Connection, isSession } from '../hub/connection.ts'
import type { Connections } from './connections.ts'
import { SHARE_TAKEN } from './persons.ts'
import { resolveStreams, resolveVisible, type StreamList, tooMany } from './stream-list.ts'

export interface Refusal {
  readonly problem: RealtimeProblemType
  readonly detail: string
}

/**
 * A change is made within this time or not at all. It takes milliseconds, unless Redis is away; a balancer waits two seconds
 * for an answer, and whoever is told then that there is none has to be able to count on it, and to ask again.
 */
export const CHANGE_MS = 1_500
const LATE: Refusal = { problem: 'realtime/unavailable', detail: 'This could not be done in time; ask again.' }

const turns = new WeakMap<Connection, Promise<unknown>>()

/** Does one thing after the other with a connection's streams: what is decided for one counts on those before. */
export function inTurn<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(connection) ?? Promise.resolve()).then(work)
  turns.set(
    connection,
    turn.catch(() => {}),
  )
  return turn
}

/**
 * Changes what a connection follows and what of it is visible, all or nothing, and extends its rights to those of the caller.
 * Rights count at once, even when the change cannot be made in time.
 * @param asking who asks; null for nobody that is known, or for the connection itself
 */
export function changeStreams(
  connections: Connections,
  connection: Connection,
  asking: Identity | null,
  change: z.infer<typeof StreamsChange>,
): Promise<z.infer<typeof StreamsChanged> | Refusal> {
  const untilMs = performance.now() + CHANGE_MS
  return inTurn(connection, async () => {
    if (performance.now() >= untilMs) return LATE
    // Whoever opens connections as nobody and gives each a name afterwards has no more of them: it stays nobody's, and hears
    // what anybody may.
    const overShare = connection.identity === null && connections.haveTheirShare(asking)
    const caller = overShare ? null : asking
    const decided = decideChange(connection, caller, change)
    if ('problem' in decided) {
      // Not that they are unknown: clients would say again who they are.
      const isTheirs = overShare && decided.problem === 'realtime/unauthorized'
      return isTheirs ? { problem: 'realtime/forbidden', detail: SHARE_TAKEN } : decided
    }
    const visible = change.visible && resolveVisible(change.visible)
    if (visible && 'problem' in visible) return visible
    if (caller && !connection.extend(caller)) {
      return { problem: 'realtime/forbidden', detail: 'This connection is somebody else’s.' }
    }
    if (caller) connections.reschedule(connection)
    connection.leave(lostRights(connection, caller))
    const versions = await connection.change(decided.add, decided.remove, untilMs - performance.now())
    if (versions === 'late') return LATE
    if (versions === null) {
      return { problem: 'realtime/not-found', detail: 'This connection has closed; open a new one.' }
    }
    if (visible) connection.see(visible.streams)
    const follows = Object.fromEntries(connection.streams.map((stream) => [clientStreamName(stream), {}]))
    return { connection: connection.id, streams: { ...follows, ...versions } }
  })
}

/** What a change of streams comes to, for the rights of the caller and those the connection has. */
function decideChange(
  connection: Connection,
  caller: Identity | null,
  change: z.infer<typeof StreamsChange>,
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
  const added = new Set(add.streams.map(clientStreamName))
  return { add: add.streams, remove: remove.streams.filter((stream) => !added.has(clientStreamName(stream))) }
}

/** Streams that fresh rights do not cover any more. */
function lostRights(connection: Connection, fresh: Identity | null): Stream[] {
  if (fresh === null || fresh.roles.includes('staff')) return []
  return connection.streams.filter(({ kind }) => kind === 'staff')
}
