import { randomBytes, randomUUID } from 'node:crypto'
import type { NewWaitlistEntry } from '#contracts/storefront.ts'
import { readAvailability } from '#lib/core/availability.ts'
import { orNull } from '#lib/core/or-null.ts'
import { findShow } from '#lib/core/shows.ts'
import { asReseller, type ResellerTransaction } from '#lib/database/database.ts'
import { mailShow } from '#lib/format/mailed-order.ts'
import { addMail } from '#lib/mail/queue-mail.ts'
import type { Site } from '#lib/reseller/site.ts'
import { isForSale, salePhase } from '#lib/show/sale-phase.ts'
import type { Storefront } from '#lib/storefront.ts'

/*
 * An address on a waitlist:   asked ──its owner confirms──▶ waiting ──told, again and again──▶ …
 *                               └──── left, or forgotten after a week ◀──── left ┘
 * Whoever asks gets the same answer whether the address is new, waiting or somebody else's.
 */

type Deps = Pick<Storefront, 'database' | 'core' | 'recentAnswers' | 'recentAvailability'>

export type JoinOutcome = 'asked' | 'unknown-show' | 'not-sold-out'

/** An entry as whoever has its link sees it. */
export interface WaitlistEntryView {
  readonly showId: string
  readonly showTitle: string | null
  readonly tierName: string | null
  readonly email: string
  readonly confirmed: boolean
}

/** One address is asked at most so often in an hour, whoever types it in, for however many shows. */
const QUESTIONS_LIMIT = 3
const HOUR_MS = 60 * 60_000

/**
 * Asks an address whether it wants to hear of tickets that come back. Only its owner's click puts it on the list.
 * @throws CoreUnavailable
 */
export async function joinWaitlist(
  site: Site,
  { showId, tierId, email, quantity }: NewWaitlistEntry,
  deps: Deps,
): Promise<JoinOutcome> {
  const [show, availability] = await Promise.all([
    findShow(site, showId, deps),
    readAvailability(site, showId, {}, deps),
  ])
  if (show === null || availability === null || !isForSale(salePhase(show, Date.now()))) return 'unknown-show'
  const tiers = availability.tiers.filter(({ id }) => tierId === undefined || id === tierId)
  if (tiers.length === 0) return 'unknown-show'
  if (tiers.some(({ available }) => available > 0)) return 'not-sold-out'
  const tierName = tierId === undefined ? null : (tiers[0]?.name ?? null)
  await asReseller(deps.database, site.resellerId, async (transaction) => {
    const address = email.toLowerCase()
    if (await isAskedEnough(transaction, site.resellerId, address)) return
    // Who waits for more than they may buy would never be told.
    const most = Math.min(quantity, show.maxPerBuyer)
    const entry = await enter(transaction, site, {
      ...{ showId, tierId: tierId ?? '', tierName, email: address, quantity: most },
    })
    if (entry.confirmedAt !== null) return
    await addMail(transaction, site, {
      kind: 'waitlist.confirm',
      to: address,
      data: { show: mailShow(show), ...(tierName !== null && { tier: tierName }), url: `/waitlist/${entry.token}` },
      // Typed in again and again, it is one question an hour.
      dedupeKey: `waitlist.confirm:${entry.entryId}:${Math.floor(Date.now() / HOUR_MS)}`,
    })
  })
  return 'asked'
}

/** Whether this address has had its questions; counts to the end of the transaction, for which nobody else asks it. */
async function isAskedEnough(
  transaction: ResellerTransaction,
  resellerId: string,
  recipient: string,
): Promise<boolean> {
  // One after the other: those that ask at once would each see none of the others' mails.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`waitlist:${resellerId}:${recipient}`}))`
  const createdAt = { gt: new Date(Date.now() - HOUR_MS) }
  const asked = await transaction.mail.count({ where: { resellerId, recipient, kind: 'waitlist.confirm', createdAt } })
  return asked >= QUESTIONS_LIMIT
}

async function enter(
  transaction: ResellerTransaction,
  { resellerId, config }: Site,
  entry: { showId: string; tierId: string; tierName: string | null; email: string; quantity: number },
) {
  const { showId, tierId, email } = entry
  const token = randomBytes(24).toString('base64url')
  return transaction.waitlistEntry.upsert({
    where: { resellerId_showId_tierId_email: { resellerId, showId, tierId, email } },
    create: { ...entry, resellerId, entryId: randomUUID(), locale: config.locale, token },
    // Somebody else who types in the address changes nothing of what its owner asked for.
    update: {},
    select: { entryId: true, token: true, confirmedAt: true },
  })
}

/** The entry that a mail's link opens; null when it is none of this reseller's, or left. */
export async function findWaitlistEntry(site: Site, token: string, deps: Deps): Promise<WaitlistEntryView | null> {
  const { resellerId } = site
  const found = await asReseller(deps.database, resellerId, (transaction) =>
    transaction.waitlistEntry.findUnique({ where: { resellerId_token: { resellerId, token } } }),
  )
  if (found === null) return null
  const show = await orNull(findShow(site, found.showId, deps))
  const { showId, tierName, email, confirmedAt } = found
  return { showId, tierName, email, showTitle: show?.title ?? null, confirmed: confirmedAt !== null }
}

/** Puts an address on the list: its owner said so. @returns false when there is no such entry */
export async function confirmWaitlistEntry(
  { resellerId }: Site,
  token: string,
  { database }: Pick<Deps, 'database'>,
): Promise<boolean> {
  return asReseller(database, resellerId, async (transaction) => {
    const where = { resellerId, token }
    await transaction.waitlistEntry.updateMany({
      where: { ...where, confirmedAt: null },
      data: { confirmedAt: new Date() },
    })
    return (await transaction.waitlistEntry.count({ where })) > 0
  })
}

/** Forgets an address. Again is as good as once. */
export async function leaveWaitlist(
  { resellerId }: Site,
  token: string,
  { database }: Pick<Deps, 'database'>,
): Promise<void> {
  await asReseller(database, resellerId, (transaction) =>
    transaction.waitlistEntry.deleteMany({ where: { resellerId, token } }),
  )
}
