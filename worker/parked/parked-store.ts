import { asReseller } from '../as-reseller.ts'
import type { Database } from '../database.ts'
import type { ParkedRecord } from './parked-record.ts'
import { STRANGE_ATTEMPTS_BEHIND, STRANGE_ATTEMPTS_LIMIT } from './retry.ts'

/*
 * A queue of events for each reseller, in a table:
 *   parked ──first of its queue, and due──▶ at hand (due again in CLAIM_MS, in case we die) ──told, or never to be──▶ gone
 *                   ▲                         └──still not──┐
 *                   └───────────────── due later ◀──────────┘
 */

/**
 * Longer than core may take for the two answers that an event of an order needs. A change of a show goes through all who come
 * to it: with tens of thousands it may take longer, and a second worker begins while the first is still at it. That
 * costs a second look and no more, since whoever was told already hears nothing.
 */
const CLAIM_MS = 60_000
/** A reason is for a person to read. */
const REASON_LIMIT = 500

/** The first of a reseller's queue, taken. */
export interface ClaimedEvent {
  readonly position: bigint
  /** As it was stored; an older program may have meant another shape. */
  readonly record: unknown
  readonly parkedAt: Date
  /** Counts this one. */
  readonly attempts: number
  /** How many of them failed strangely; this one is not over yet. */
  readonly strangeAttempts: number
}

/** Whether something waits already: whatever comes after it has to wait behind it. */
export async function isParking(database: Database, resellerId: string): Promise<boolean> {
  return asReseller(database, resellerId, async (transaction) => {
    const first = await transaction.parkedEvent.findFirst({ where: { resellerId }, select: { position: true } })
    return first !== null
  })
}

/** Puts an event at the end of a reseller's queue; one that is in it already stays where it is. */
export async function parkEvent(
  database: Database,
  resellerId: string,
  record: ParkedRecord,
  reason: string,
): Promise<void> {
  await asReseller(database, resellerId, (transaction) =>
    transaction.parkedEvent.createMany({
      data: { resellerId, eventId: record.event.id, record, reason: reason.slice(0, REASON_LIMIT) },
      skipDuplicates: true,
    }),
  )
}

/** Resellers whose first event is due, those who have waited longest first. */
export async function resellersWithDueEvents(database: Database, most: number): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`SELECT id FROM resellers_with_due_events(${most}::int) AS id`
  return rows.map(({ id }) => id)
}

/** Takes the first event of a queue; null when there is none, it is not due, or another worker has it. */
export async function claimFirst(database: Database, resellerId: string): Promise<ClaimedEvent | null> {
  const [claimed] = await asReseller(
    database,
    resellerId,
    (transaction) => transaction.$queryRaw<ClaimedEvent[]>`
      UPDATE parked_event SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${CLAIM_MS / 1_000})
      WHERE reseller_id = ${resellerId} AND next_attempt_at <= now()
        AND position = (SELECT min(position) FROM parked_event WHERE reseller_id = ${resellerId})
      RETURNING position, record, parked_at AS "parkedAt", attempts, strange_attempts AS "strangeAttempts"`,
  )
  return claimed ?? null
}

export async function forgetEvent(database: Database, resellerId: string, position: bigint): Promise<void> {
  await asReseller(database, resellerId, (transaction) =>
    transaction.parkedEvent.deleteMany({ where: { resellerId, position } }),
  )
}

export async function postponeEvent(
  database: Database,
  resellerId: string,
  position: bigint,
  { reason, waitMs, strange }: { readonly reason: string; readonly waitMs: number; readonly strange: boolean },
): Promise<void> {
  await asReseller(database, resellerId, (transaction) =>
    transaction.parkedEvent.updateMany({
      where: { resellerId, position },
      data: {
        ...{ reason: reason.slice(0, REASON_LIMIT), nextAttemptAt: new Date(Date.now() + waitMs) },
        ...(strange ? { strangeAttempts: { increment: 1 } } : {}),
      },
    }),
  )
}

/** Leaves a few strange attempts to all that wait at a reseller now. */
export async function hurryStrange(database: Database, resellerId: string): Promise<void> {
  const strangeAttempts = STRANGE_ATTEMPTS_LIMIT - STRANGE_ATTEMPTS_BEHIND
  await asReseller(database, resellerId, (transaction) =>
    transaction.parkedEvent.updateMany({
      where: { resellerId, strangeAttempts: { lt: strangeAttempts } },
      data: { strangeAttempts },
    }),
  )
}

/** Seconds that the oldest event of all resellers has waited; 0 when none does. */
export async function oldestParkedAge(database: Database): Promise<number> {
  const [row] = await database.$queryRaw<{ age: number }[]>`SELECT oldest_parked_event_age() AS age`
  return row?.age ?? 0
}
