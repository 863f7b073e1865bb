import { z } from 'zod'
import { MAX_STREAMS_PER_CONNECTION } from './stream.ts'

/** A stream as a client writes it. Longest legal name: `public.promotional.` and 64 characters. */
const RequestedStream = z.string().min(1).max(120)
export const RequestedStreams = z.array(RequestedStream).max(MAX_STREAMS_PER_CONNECTION)

/**
 * `POST /realtime/<connection>/streams`: what the connection follows from now on, besides what it follows already, and
 * which of its shows somebody has before their eyes: `visible` replaces what was said before, here or in the query that
 * opened the connection. A client that never says so is no viewer to anybody; shows that are not followed mean nothing.
 */
export const StreamsChange = z.object({
  subscribe: RequestedStreams.default([]),
  unsubscribe: RequestedStreams.default([]),
  visible: RequestedStreams.optional(),
})

/** Its answer: everything the connection follows now; `version` as in `ready`, for the streams that were added. */
export const StreamsChanged = z.object({
  connection: z.string(),
  streams: z.record(z.string(), z.object({ version: z.int().min(0).optional() })),
})

/**
 * `GET /realtime/where`: a node to connect to directly, on the hostname that was asked and the way it was asked: over TLS
 * when a trusted edge says that the client came so, and then an edge has to take it on that port too. Both transports are
 * at that address; a WebSocket's has `ws:` in place of `http:`, and `wss:` in place of `https:`.
 */
export const Where = z.object({ node: z.string(), url: z.url() })

/** Problem types of the realtime tier, with their status. */
export const REALTIME_PROBLEM_STATUS = {
  'realtime/invalid-request': 400,
  'realtime/unauthorized': 401,
  'realtime/forbidden': 403,
  'realtime/not-found': 404,
  'realtime/too-many-streams': 422,
  'realtime/upgrade-required': 426,
  /** This address, or this person, holds or asks too much; any other is served. Never 503, which edges take for a fault of who says it. */
  'realtime/too-often': 429,
  'realtime/full': 503,
  'realtime/unavailable': 503,
} as const

export type RealtimeProblemType = keyof typeof REALTIME_PROBLEM_STATUS
export type StreamsChange = z.infer<typeof StreamsChange>
export type StreamsChanged = z.infer<typeof StreamsChanged>
