import { sendDeadLetters } from '#platform/dead-letters.ts'
import { type Notifying, tellOfEvent } from '../notifications/notify.ts'
import { type TellingFault, tellingFault } from '../notifications/telling-fault.ts'
import { forEachReseller, type Rounds, startRounds } from '../rounds.ts'
import { asRaw, ParkedRecord } from './parked-record.ts'
import {
  type ClaimedEvent,
  claimFirst,
  forgetEvent,
  hurryStrange,
  oldestParkedAge,
  postponeEvent,
  resellersWithDueEvents,
} from './parked-store.ts'
import { LONGEST_BRIEF_WAIT_MS, nextWaitMs, STRANGE_ATTEMPTS_LIMIT } from './retry.ts'

const LOOK_MS = 5_000
const RESELLERS_PER_ROUND = 100
/** Of one reseller in a row; then it is the next one's turn. */
const EVENTS_PER_TURN = 200

/** Tells of what waited until disposed. @param aged is told for how many seconds the oldest event has waited, every round */
export function startTellingParked(parts: Notifying, aged: (seconds: number) => void): Rounds {
  return startRounds({
    name: 'parked events',
    everyMs: LOOK_MS,
    log: parts.log,
    async round(stopped) {
      const more = await tellParked(parts, stopped)
      aged(await oldestParkedAge(parts.database))
      return more
    },
  })
}

/** @returns whether there is more to do at once */
export async function tellParked(parts: Notifying, stopped: () => boolean): Promise<boolean> {
  const { done } = await forEachReseller({
    resellerIds: await resellersWithDueEvents(parts.database, RESELLERS_PER_ROUND),
    // core or PostgreSQL is away: the event is due again when its claim ends.
    ...{ stopped, log: parts.log, failure: 'events that wait could not be told of; tried again' },
    work: (resellerId) => workOff(parts, resellerId, stopped),
  })
  return !stopped() && done.includes(true)
}

/** A queue from its front, as far as it goes. @returns whether it may go on */
async function workOff(parts: Notifying, resellerId: string, stopped: () => boolean): Promise<boolean> {
  for (let told = 0; told < EVENTS_PER_TURN; told += 1) {
    if (stopped()) return false
    const claimed = await claimFirst(parts.database, resellerId)
    if (claimed === null || !(await isDone(parts, resellerId, claimed))) return false
  }
  return true
}

/** What became of trying: it has to wait on, or it is over with, for a reason if it could never be told of. */
type Attempt = { readonly waits: TellingFault } | { readonly fault: string | null }

/** @returns false when it has to wait on, and all behind it */
async function isDone(parts: Notifying, resellerId: string, claimed: ClaimedEvent): Promise<boolean> {
  const { position, attempts, parkedAt } = claimed
  const waitedMs = Date.now() - parkedAt.getTime()
  const record = ParkedRecord.safeParse(claimed.record).data ?? null
  const attempt = await tryOnce(parts, resellerId, record)
  if ('waits' in attempt) {
    const { kind, reason } = attempt.waits
    const strange = kind === 'strange'
    const longestMs = kind === 'brief' ? LONGEST_BRIEF_WAIT_MS : undefined
    const waitMs = nextWaitMs(attempts, waitedMs, strange ? claimed.strangeAttempts + 1 : 0, longestMs)
    if (waitMs !== null) {
      parts.log.warn({ resellerId, event: record?.event.id, reason }, 'an event waits on')
      await postponeEvent(parts.database, resellerId, position, { reason, waitMs, strange })
      return false
    }
    if (strange && claimed.strangeAttempts + 1 >= STRANGE_ATTEMPTS_LIMIT) await hurryStrange(parts.database, resellerId)
  }
  const fault = 'waits' in attempt ? `waited in vain: ${attempt.waits.reason}` : attempt.fault
  if (fault !== null) {
    parts.log.error({ resellerId, event: record?.event.id, reason: fault }, 'an event that waited cannot be told of')
    if (record !== null)
      await sendDeadLetters(parts.producer, [{ record: asRaw(record), reason: fault }], parts.deadLettered)
  }
  await forgetEvent(parts.database, resellerId, position)
  return true
}

async function tryOnce(parts: Notifying, resellerId: string, record: ParkedRecord | null): Promise<Attempt> {
  // A newer program's, while an older one runs beside it, or again.
  if (record === null) return { waits: { kind: 'passing', reason: 'this version of the program cannot read it' } }
  try {
    return { fault: await tellOfEvent(parts, resellerId, record.event) }
  } catch (error) {
    const waits = tellingFault(error)
    if (waits.kind === 'away') throw error
    return { waits }
  }
}
