import { type Identity, streamName } from '#contracts/stream.ts'
import { startOf } from '../cursor.ts'
import { HISTORY_LENGTH, type History } from '../history/history.ts'
import { endedSession } from '../hub/ended-session.ts'
import type { ReadIdentity } from './identity.ts'

/**
 * A session's token outlives it by up to ten minutes, and a copy of the cookie may be anywhere. That a session ended
 * stands in the history of its person's stream `session` for as long as that (HISTORY_TTL_MS), so whoever shows a token
 * is looked up there before it counts: who has been signed out is nobody from then on, on every node and by every door.
 *
 * While Redis is away this cannot be known. Then the token counts, since viewers wait for Redis anyway before they hear
 * anything; and after Redis was emptied an ended session may be heard with until its token expires.
 * @param epoch the newest one known to this node; another one's history says nothing about ours
 */
export function refusingEnded(read: ReadIdentity, history: Pick<History, 'since'>, epoch: () => string): ReadIdentity {
  return async (cookieHeader) => {
    const identity = await read(cookieHeader)
    if (identity === null) return null
    return (await hasEnded(history, identity, epoch())) ? null : identity
  }
}

async function hasEnded(history: Pick<History, 'since'>, identity: Identity, epoch: string): Promise<boolean> {
  const { resellerId, customerRef, sid } = identity
  const stream = streamName({ kind: 'private', resellerId, customerRef, name: 'session' })
  try {
    const [said] = await history.since([{ stream, after: startOf(epoch) }], HISTORY_LENGTH)
    return said?.entries.some(({ event, data }) => event === 'session.ended' && endedSession(data) === sid) ?? false
  } catch {
    return false
  }
}
