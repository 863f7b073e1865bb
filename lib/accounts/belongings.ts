import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'
import { buyerLock } from '#platform/buyer-lock.ts'

/** Whose they are: what is kept under an account's reference, and what under its address. */
export interface Owner {
  readonly customerRef: string
  readonly email: string
}

/** An inbox keeps its rows for months, and few people are told more than this. */
const NOTIFICATIONS = 1_000

/**
 * What is kept about a person beside the account itself, in words that they may read: shapes as in `prisma/schema.prisma`.
 * `notificationsComplete` is false for who was told more than a thousand things: the newest are there.
 */
export async function readBelongings(
  database: Database,
  resellerId: string,
  /** The address also as opt-outs know it. */
  { customerRef, email, addressDigest }: Owner & { readonly addressDigest: string },
) {
  return asReseller(database, resellerId, async (transaction) => ({
    ...(await readNotifications(transaction, resellerId, customerRef)),
    visits: await transaction.visit.findMany({
      where: { resellerId, customerRef },
      select: { orderId: true, code: true, showId: true, startsAt: true, recipient: true, locale: true },
      orderBy: { startsAt: 'asc' },
    }),
    /** What this reseller's staff find orders by; `mail` is a digest of the address. */
    orderWords: await transaction.orderWord.findMany({
      where: { resellerId, order: { customerRef } },
      select: { orderId: true, kind: true, word: true },
      orderBy: [{ orderId: 'asc' }, { kind: 'asc' }, { word: 'asc' }],
    }),
    /** News of orders that is still to be told (decision 0101). */
    waitingNews: await transaction.$queryRaw<{ orderId: string; status: string; since: Date }[]>`
      SELECT record #>> '{event,orderId}' AS "orderId", record #>> '{event,status}' AS status, parked_at AS since
      FROM parked_event WHERE reseller_id = ${resellerId} AND record #>> '{event,customerRef}' = ${customerRef}
      ORDER BY position LIMIT ${NOTIFICATIONS}`,
    waitlist: await transaction.waitlistEntry.findMany({
      where: { resellerId, email },
      select: { showId: true, tierName: true, quantity: true, createdAt: true, confirmedAt: true },
      orderBy: { createdAt: 'asc' },
    }),
    optOuts: await transaction.optOut.findMany({
      where: { resellerId, addressDigest },
      select: { what: true, since: true },
      orderBy: { what: 'asc' },
    }),
    mails: await transaction.mail.findMany({
      where: { resellerId, recipient: email },
      select: { kind: true, createdAt: true, sentAt: true },
      orderBy: { createdAt: 'asc' },
    }),
  }))
}

async function readNotifications(transaction: ResellerTransaction, resellerId: string, customerRef: string) {
  const newest = await transaction.notification.findMany({
    where: { resellerId, customerRef },
    select: { kind: true, data: true, createdAt: true, readAt: true },
    orderBy: { createdAt: 'desc' },
    take: NOTIFICATIONS + 1,
  })
  return {
    notifications: newest.slice(0, NOTIFICATIONS).reverse(),
    notificationsComplete: newest.length <= NOTIFICATIONS,
  }
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
