import type { RealtimeProblemType } from '#contracts/connection.ts'
import { type Identity, MAX_STREAMS_PER_CONNECTION, resolveStream, type Stream, streamName } from '#contracts/stream.ts'

/** Streams a caller may follow, or the first reason why not. */
export type StreamList = { streams: Stream[] } | { problem: RealtimeProblemType; detail: string }

/** Resolves the names a client asked for, all or none. Names given twice count once. */
export function resolveStreams(requested: readonly string[], identity: Identity | null): StreamList {
  const streams = new Map<string, Stream>()
  for (const name of requested) {
    const result = resolveStream(name, identity)
    if ('refused' in result) return refusal(result.refused)
    streams.set(streamName(result.stream), result.stream)
  }
  if (streams.size > MAX_STREAMS_PER_CONNECTION) return tooMany()
  return { streams: [...streams.values()] }
}

/** What a client says that its user sees: shows, whoever asks. */
export function resolveVisible(requested: readonly string[]): StreamList {
  const visible = resolveStreams(requested, null)
  if ('streams' in visible && visible.streams.every(({ kind }) => kind === 'show')) return visible
  return {
    problem: 'realtime/invalid-request',
    detail: '`visible` must list names such as public.show.<showId>, no more than a connection follows.',
  }
}

export const tooMany = () =>
  ({
    problem: 'realtime/too-many-streams',
    detail: `A connection follows at most ${MAX_STREAMS_PER_CONNECTION} streams; unsubscribe from some first.`,
  }) as const

function refusal(reason: 'unknown' | 'needs-identity' | 'forbidden'): StreamList {
  switch (reason) {
    case 'unknown':
      return {
        problem: 'realtime/invalid-request',
        detail: '`streams` must list names such as public.show.<showId>, private.order or staff.config.',
      }
    case 'needs-identity':
      return {
        problem: 'realtime/unauthorized',
        detail: 'Private streams need the cookie that POST /api/realtime/session sets.',
      }
    case 'forbidden':
      return { problem: 'realtime/forbidden', detail: 'Staff streams are for staff of this reseller.' }
  }
}
