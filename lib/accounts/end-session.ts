import type { Emitter } from '#realtime/emitter.ts'

/** A session that is over: signed out, revoked, or gone with its password or its account. */
export interface EndedSession {
  readonly resellerId: string
  readonly customerRef: string
  readonly sessionId: string
}

/** Has the realtime tier close the session's streams. */
export type EndSession = (session: EndedSession) => Promise<void>

/** Over the person's own `session` stream, which every one of their connections is on. */
export function endSessionThrough(emitter: Emitter): EndSession {
  return ({ resellerId, customerRef, sessionId }) =>
    emitter.toUser({ resellerId, customerRef }, 'session', 'session.ended', { sid: sessionId })
}
