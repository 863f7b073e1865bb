import { asReseller, type Database } from '#lib/database/database.ts'
import { buyerLock } from '#platform/buyer-lock.ts'
import { boundedList, LISTED_AT_MOST } from './bounded-list.ts'

/** Whose they are: what is kept under an account's reference, and what under its address. */
export interface Owner {
  readonly customerRef: string
  readonly email: string
}

/** What one order is found by is a handful of words. */
const WORDS_AT_MOST = 10 * LISTED_AT_MOST

/**
 * What is kept about a person beside the account itself, in words that they may read: shapes as in `prisma/schema.prisma`.
 * Of each the newest thousand, oldest first; `visitsComplete` and the like are false where there are more.
 */
export async function readBelongings(
  database: Database,
  resellerId: string,
  /** The address also as opt-outs know it. */
  { customerRef, email, addressDigest }: Owner & { readonly addressDigest: string },
) {
  const take = LISTED_AT_MOST + 1
  return asReseller(database, resellerId, async (transaction) => ({
    ...boundedList(
      'notifications',
      await transaction.notification.findMany({
        where: { resellerId, customerRef },
        select: { kind: true, data: true, createdAt: true, readAt: true },
        orderBy: { createdAt: 'desc' },
        take,
      }),
    ),
    ...boundedList(
      'visits',
      await transaction.visit.findMany({
        where: { resellerId, customerRef },
        select: { orderId: true, code: true, showId: true, startsAt: true, recipient: true, locale: true },
        orderBy: { startsAt: 'desc' },
        take,
      }),
    ),
    /** What this reseller's staff find orders by; `mail` is a digest of the address. */
    ...boundedList(
      'orderWords',
      await transaction.orderWord.findMany({
        where: { resellerId, order: { customerRef } },
        select: { orderId: true, kind: true, word: true },
        orderBy: [{ order: { boughtAt: 'desc' } }, { orderId: 'desc' }, { kind: 'desc' }, { word: 'desc' }],
        take: WORDS_AT_MOST + 1,
      }),
      WORDS_AT_MOST,
    ),
    /** News of orders that is still to be told (decision 0101). */
    ...boundedList(
      'waitingNews',
      await transaction.$queryRaw<{ orderId: string; status: string; since: Date }[]>`
        SELECT record #>> '{event,orderId}' AS "orderId", record #>> '{event,status}' AS status, parked_at AS since
        FROM parked_event WHERE reseller_id = ${resellerId} AND record #>> '{event,customerRef}' = ${customerRef}
        ORDER BY position DESC LIMIT ${take}`,
    ),
    ...boundedList(
      'waitlist',
      await transaction.waitlistEntry.findMany({
        where: { resellerId, email },
        select: { showId: true, tierName: true, quantity: true, createdAt: true, confirmedAt: true },
        orderBy: { createdAt: 'desc' },
        take,
      }),
    ),
    optOuts: await transaction.optOut.findMany({
      where: { resellerId, addressDigest },
      select: { what: true, since: true },
      orderBy: { what: 'asc' },
    }),
    /** An order's are written to its address as its buyer spelt it. */
    ...boundedList(
      'mails',
      await transaction.$queryRaw<{ kind: string; createdAt: Date; sentAt: Date | null }[]>`
        SELECT kind, created_at AS "createdAt", sent_at AS "sentAt" FROM mail
        WHERE reseller_id = ${resellerId} AND recipient_lower = lower(${email})
        ORDER BY created_at DESC LIMIT ${take}`,
    ),
  }))
}

/**
 * Forgets what a person without an account has no use for, and notes that they are gone, so that nothing of it is written
 * again: what core still has to say of their orders, or what of it waits, is not told to them (decision 0105). Visits stay
 * until their show is over: the tickets are still theirs, and whoever has them must hear that a show is cancelled. So do
 * mails, which are forgotten by their age. Opt-outs stay for good: going is no wish to be written to again (decision 0090).
 */
export async function forgetBelongings(database: Database, resellerId: string, owner: Owner): Promise<void> {
  const { customerRef, email } = owner
  await asReseller(database, resellerId, async (transaction) => {
    // Whoever tells of their orders right now is waited for, and what was told goes with the rest.
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${buyerLock(resellerId, customerRef)}))`
    const gone = { resellerId, customerRef, since: new Date() }
    await transaction.forgottenBuyer.upsert({
      where: { resellerId_customerRef: { resellerId, customerRef } },
      create: gone,
      update: { since: gone.since },
    })
    await transaction.notification.deleteMany({ where: { resellerId, customerRef } })
    await transaction.waitlistEntry.deleteMany({ where: { resellerId, email } })
    await transaction.orderLookup.deleteMany({ where: { resellerId, customerRef } })
  })
}
