import { Prisma } from '#generated/prisma/client.ts'
import type { Database, Transaction } from '../database.ts'

/** An address to tell. */
export interface Waiting {
  readonly entryId: string
  readonly email: string
  readonly locale: string
  readonly token: string
  /** Just now. */
  readonly toldAt: Date
}

/** A tier of which tickets came back; an empty tier is nobody's. */
export interface Release {
  readonly showId: string
  readonly tierId: string
  /** How often tickets came back since it was opened, as of reading this. */
  readonly releases: number
}

/**
 * Tickets come back one by one in a bad hour, and may be left for days; nobody is written to about the same show more
 * often than this.
 */
const QUIET = Prisma.sql`INTERVAL '12 hours'`

export async function resellersWithWaitlist(database: Database, showId: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`SELECT id FROM resellers_with_waitlist(${showId}) AS id`
  return rows.map(({ id }) => id)
}

export async function resellersWithDueReleases(database: Database, most: number): Promise<string[]> {
  const rows = await database.$queryRaw<
    { id: string }[]
  >`SELECT id FROM resellers_with_due_releases(${most}::int) AS id`
  return rows.map(({ id }) => id)
}

/**
 * Begins to tell of tiers. One that is being told of already goes on at its pace, but is not closed any more by who looked
 * before this.
 */
export async function openReleases(
  transaction: Transaction,
  resellerId: string,
  showId: string,
  tierIds: readonly string[],
): Promise<void> {
  for (const tierId of tierIds.toSorted()) // in one order: two who open the same must not wait for each other
    await transaction.$executeRaw`
      INSERT INTO waitlist_release (reseller_id, show_id, tier_id) VALUES (${resellerId}, ${showId}, ${tierId})
      ON CONFLICT (reseller_id, show_id, tier_id) DO UPDATE SET releases = waitlist_release.releases + 1`
}

/** Those that have been due for longest, no more than `most`. */
export const dueReleases = (transaction: Transaction, resellerId: string, most: number): Promise<Release[]> =>
  transaction.waitlistRelease.findMany({
    where: { resellerId, nextAt: { lte: new Date() } },
    select: { showId: true, tierId: true, releases: true },
    orderBy: { nextAt: 'asc' },
    take: most,
  })

/** Takes the release for this transaction; false when another worker has it, or has dealt with it. */
export async function lockRelease(transaction: Transaction, resellerId: string, release: Release): Promise<boolean> {
  const { showId, tierId } = release
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM waitlist_release
    WHERE reseller_id = ${resellerId} AND show_id = ${showId} AND tier_id = ${tierId} AND next_at <= now()
    FOR UPDATE SKIP LOCKED`
  return rows.length > 0
}

/**
 * Those who wait longest for no more than there is, and have not been told lately: they are told from now on. Whoever never
 * was comes before all who were: a list that takes longer than the quiet would begin anew at its front, and never end.
 * Chosen in a step of its own: as a subquery of the update PostgreSQL may choose again for every row, and pass the limit.
 */
export function takeWaiting(
  transaction: Transaction,
  resellerId: string,
  { showId, tierId }: Release,
  { available, most }: { available: number; most: number },
): Promise<Waiting[]> {
  return transaction.$queryRaw<Waiting[]>`
    WITH first AS MATERIALIZED (
      SELECT entry_id FROM waitlist_entry
      WHERE reseller_id = ${resellerId} AND show_id = ${showId} AND tier_id IN (${tierId}, '')
        AND confirmed_at IS NOT NULL AND quantity <= ${available}
        AND (told_at IS NULL OR told_at < now() - ${QUIET})
      ORDER BY told_at NULLS FIRST, confirmed_at LIMIT ${most} FOR UPDATE)
    UPDATE waitlist_entry SET told_at = now() FROM first
    WHERE reseller_id = ${resellerId} AND waitlist_entry.entry_id = first.entry_id
    RETURNING waitlist_entry.entry_id AS "entryId", email, locale, token, told_at AS "toldAt"`
}

export async function postponeRelease(
  transaction: Transaction,
  resellerId: string,
  { showId, tierId }: Release,
  waitMs: number,
): Promise<void> {
  await transaction.waitlistRelease.updateMany({
    where: { resellerId, showId, tierId },
    data: { nextAt: new Date(Date.now() + waitMs) },
  })
}

/** Unless tickets came back since the release was read: then it is due again at once, as it is. */
export async function closeRelease(
  transaction: Transaction,
  resellerId: string,
  { showId, tierId, releases }: Release,
): Promise<void> {
  await transaction.waitlistRelease.deleteMany({ where: { resellerId, showId, tierId, releases } })
}
