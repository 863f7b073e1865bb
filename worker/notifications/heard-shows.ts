import type { ShowUpdatedEvent } from '#contracts/core-event.ts'
import type { Database, Transaction } from '../database.ts'

/*
 * Orders and changes of shows come from two topics. Between core's answer about a show and the visit that is written from
 * it, a change may be heard of that finds no visit yet: nobody would tell its buyer, until the day before the show. So
 * changes are noted before visits are looked for, and who writes what core said looks whether there is another note than
 * before: visits that were told of a newer date must not be told the older one either. Notes are kept (decision 0108).
 */

const lockOf = (showId: string): string => `show:${showId}`

/** Notes that a change was heard of; visits that are looked for after this are all that were written without knowing. */
export async function noteHeard(database: Database, { showId, version }: ShowUpdatedEvent): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${lockOf(showId)}))`
    await transaction.$executeRaw`
      INSERT INTO heard_show AS known (show_id, version) VALUES (${showId}, ${version}::bigint)
      ON CONFLICT (show_id) DO UPDATE SET version = greatest(known.version, excluded.version)`
  })
}

/** The version after the last change that was heard of; null for a show of which none was. */
export async function heardVersion(database: Database | Transaction, showId: string): Promise<bigint | null> {
  return (await database.heardShow.findUnique({ where: { showId } }))?.version ?? null
}

/** {@link heardVersion}, and nobody notes another until this transaction ends. */
export async function heardVersionForNow(transaction: Transaction, showId: string): Promise<bigint | null> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext(${lockOf(showId)}))`
  return heardVersion(transaction, showId)
}
