import type { ClientMessage } from './client-message.ts'
import type { ReadyStream, ResumePoint, SharedState } from './tab-channel.ts'

/*
 * What is known of the one connection, and every way it changes. Pure; connection.ts acts.
 *
 *   idle ──opening──▶ opening ──heard(ready)──▶ live ──dropped──▶ waiting ──opening──▶ …
 *     ▲────────────────────────── idle: nothing is followed ─────────┘
 */
export interface ConnectionState {
  readonly phase: 'idle' | 'opening' | 'live' | 'waiting'
  /** The tier's name of the open connection. */
  readonly id: string | null
  /** Attempts in a row that came to nothing. */
  readonly failures: number
  readonly ready: Readonly<Record<string, ReadyStream>>
  /** Where to resume, and the streams of which nothing before it was missed. */
  readonly resume: ResumePoint | null
}

export const idle = (): ConnectionState => ({ phase: 'idle', id: null, failures: 0, ready: {}, resume: null })

/** A leader begins where the one before it left off. */
export const takenOver = (resume: ResumePoint | null): ConnectionState => ({ ...idle(), resume })

export const opening = (state: ConnectionState): ConnectionState => ({
  ...state,
  phase: 'opening',
  id: null,
  ready: {},
})

/** What was ready is kept as the point to resume from: the tier replays what comes in between. */
export const dropped = (state: ConnectionState, failures: number): ConnectionState => ({
  ...state,
  phase: 'waiting',
  id: null,
  ready: {},
  failures,
})

/** The tier said something. */
export function heard(state: ConnectionState, message: ClientMessage): ConnectionState {
  if (message.event === 'ready') return becomeLive(state, message)
  if (message.event === 'reset') return forget(state, message.data.streams)
  return advance(state, message)
}

/** The answer to a change of streams: everything that is followed now. */
export function changed(state: ConnectionState, streams: Record<string, { version?: number }>): ConnectionState {
  const ready = Object.fromEntries(
    Object.entries(streams).map(([stream, { version }]) => [
      stream,
      state.ready[stream] ?? { version, resumed: false },
    ]),
  )
  return { ...state, ready, resume: state.resume && { ...state.resume, streams: Object.keys(ready) } }
}

/** What other tabs need to know. Failures count on until a connection has served a while, but while it lives they do not show. */
export const shared = ({ phase, failures, ready, resume }: ConnectionState): SharedState => ({
  failures: phase === 'live' ? 0 : failures,
  ready,
  resume,
})

function becomeLive(state: ConnectionState, { id, data }: Extract<ClientMessage, { event: 'ready' }>): ConnectionState {
  const covered = new Set(state.resume?.streams)
  const ready = Object.fromEntries(
    Object.entries(data.streams).map(([stream, { version }]) => [stream, { version, resumed: covered.has(stream) }]),
  )
  const cursor = id ?? state.resume?.cursor
  const resume = cursor === undefined ? null : { cursor, streams: Object.keys(ready) }
  return { ...state, phase: 'live', id: data.connection, ready, resume }
}

/** Before `ready` a reset says that the replay does not reach back; on a live stream the reset itself closes the gap. */
function forget(state: ConnectionState, streams: readonly string[]): ConnectionState {
  if (state.phase === 'live' || !state.resume) return state
  return {
    ...state,
    resume: { ...state.resume, streams: state.resume.streams.filter((one) => !streams.includes(one)) },
  }
}

/**
 * The cursor stays where it is until `ready`: a replay brings one stream after the other, and a line cut between two of
 * them must not skip the second.
 */
function advance(state: ConnectionState, message: Exclude<ClientMessage, { event: 'ready' | 'reset' }>) {
  if (state.phase !== 'live') return state
  const ready = withVersion(state.ready, message)
  if (message.id === null) return ready === state.ready ? state : { ...state, ready }
  return { ...state, ready, resume: { cursor: message.id, streams: Object.keys(ready) } }
}

/** Who starts to follow a stream that is ready already learns the version that is current by then. */
export function withVersion(
  ready: Readonly<Record<string, ReadyStream>>,
  { data }: Exclude<ClientMessage, { event: 'ready' | 'reset' }>,
): Readonly<Record<string, ReadyStream>> {
  const known = ready[data.stream]
  if (!known || !('from' in data) || data.version <= (known.version ?? -1)) return ready
  return { ...ready, [data.stream]: { ...known, version: data.version } }
}
