import { z } from 'zod'
import { RequestedStreams, StreamsChanged } from './connection.ts'
import { Problem } from './problem.ts'

/*
 * What belongs to a WebSocket at `/realtime/ws` alone. Everything is one text message with `event` in it. What viewers
 * receive of streams is in message.ts: the same JSON as over SSE, with `event`, and `id` where there is one, before it.
 */

/** What a client may say. Events beside these are ignored: evolution is additive. */
export const CLIENT_MESSAGES = {
  /** Follows these too; answered with `streams`, or with `problem` and then nothing has changed. */
  subscribe: z.object({ event: z.literal('subscribe'), streams: RequestedStreams }),
  unsubscribe: z.object({ event: z.literal('unsubscribe'), streams: RequestedStreams }),
  /** Answered with `pong`. A page cannot see the protocol's own pings, so this is how it finds a line that is dead. */
  ping: z.object({ event: z.literal('ping') }),
} as const

/** What a client is told beside `ready`, `reset` and the messages of its streams. */
export const SERVER_MESSAGES = {
  /** When to come back, in milliseconds, should the line break; told at once, and again before the server closes. */
  retry: z.object({ event: z.literal('retry'), retryMs: z.int().min(0) }),
  /** A change of streams was made; everything the connection follows now. */
  streams: StreamsChanged.extend({ event: z.literal('streams') }),
  /** What was said was not done. With the streams it was about, when it was about streams. */
  problem: Problem.extend({ event: z.literal('problem'), streams: z.array(z.string()).optional() }),
  pong: z.object({ event: z.literal('pong') }),
} as const

/**
 * How the server ends a WebSocket, and what its client does then. Any other code, and the 1006 that a browser makes up
 * for a broken line, means `later`.
 *   now: come back at once; the server has spread its viewers already
 *   later: come back after the last `retry`
 *   renew: get a fresh cookie first, or come back without the private streams
 *   never: the client is at fault, and would be again
 */
export const WS_CLOSE_CODES = {
  /** The node lets go: it stops, or the connection was open long enough. */
  1001: 'now',
  /** Frames that are illegal; a message that is binary; text that is not UTF-8. */
  1002: 'never',
  1003: 'never',
  1007: 'never',
  /** Too many messages in too short a time. */
  1008: 'later',
  /** A message that is too large. */
  1009: 'never',
  /** The rights ended with the cookie. */
  4001: 'renew',
  /** The session was ended: signed out, or banned. */
  4003: 'renew',
} as const satisfies Record<number, 'now' | 'later' | 'renew' | 'never'>

export type WsCloseCode = keyof typeof WS_CLOSE_CODES
export type ClientMessage = {
  [E in keyof typeof CLIENT_MESSAGES]: z.infer<(typeof CLIENT_MESSAGES)[E]>
}[keyof typeof CLIENT_MESSAGES]
export type ServerMessage = {
  [E in keyof typeof SERVER_MESSAGES]: z.infer<(typeof SERVER_MESSAGES)[E]>
}[keyof typeof SERVER_MESSAGES]
