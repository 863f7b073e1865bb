import { type Identity, streamName } from '#contracts/stream.ts'
import { inTime } from '#platform/in-time.ts'
import { startOf } from '../cursor.ts'
import { HISTORY_LENGTH, type History } from '../history/history.ts'
import { endedSid } from '../hub/session-end.ts'
import type { ReadIdentity } from './identity.ts'

/**
 * Who shows a token waits no longer than this for its session to be looked up: a hundred times what that takes, and a
 * small part of the two seconds after which a balancer takes a node that says nothing for a broken one. A frozen Redis
 * lets reads wait for up to three, and balancers would turn away even those who show none.
 */
export const LOOK_UP_MS = 300

/**
 * A session's token outlives it by up to ten minutes, and a copy of the cookie may be anywhere. That a session ended
 * stands in the history of its person's stream `session` for as long as that (HISTORY_TTL_MS), so whoever shows a token
 * is looked up there before it counts: who has been signed out is nobody from then on, on every node and by every door.
 *
 * While Redis is away this cannot be known. Then the token counts, since viewers wait for Redis anyway before they hear
 * anything; and after Redis was emptied an ended session may be heard with until its token expires.
 * @param epoch the newest one known to this node; another one's history says nothing about ours
 * @param endedAfterAll told of a session whose token counted because the answer came late: what was opened with it ends
 */
export function refusingEnded(
  read: ReadIdentity,
  history: Pick<History, 'since'>,
  epoch: () => string,
  endedAfterAll: (sid: string) => void,
): ReadIdentity {
  return async (headers) => {
    const identity = await read(headers)
    if (identity === null) return null
    const asked = hasEnded(history, identity, epoch())
    const ended = await inTime(asked, LOOK_UP_MS, () => {
      void asked.then((late) => late && endedAfterAll(identity.sid))
      return false
    })
    return ended ? null : identity
  }
}

async function hasEnded(history: Pick<History, 'since'>, identity: Identity, epoch: string): Promise<boolean> {
  const { resellerId, customerRef, sid } = identity
  const stream = streamName({ kind: 'private', resellerId, customerRef, name: 'session' })
  try {
    const [said] = await history.since([{ stream, after: startOf(epoch) }], HISTORY_LENGTH)
    return said?.entries.some(({ event, data }) => event === 'session.ended' && endedSid(data) === sid) ?? false
  } catch {
    return false
  }
}
