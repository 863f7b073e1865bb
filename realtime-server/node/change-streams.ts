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
 * @param asking who asks; null for nobody that is known, or for the connection itself
 */
export function changeStreams(
  connections: Connections,
  connection: Connection,
  asking: Identity | null,
  change: z.infer<typeof StreamsChange>,
): Promise<z.infer<typeof StreamsChanged> | Refusal> {
  return inTurn(connection, async () => {
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
    const versions = await connection.change(decided.add, decided.remove)
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
  return { add: add.streams, remove: [...remove.streams, ...lostRights(connection, caller)] }
}

/** Streams that fresh rights do not cover any more. */
function lostRights(connection: Connection, fresh: Identity | null): Stream[] {
  if (fresh === null || fresh.roles.includes('staff')) return []
  return connection.streams.filter(({ kind }) => kind === 'staff')
}
