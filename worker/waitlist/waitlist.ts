import type { TicketReleasedEvent } from '#contracts/core-event.ts'
import { Locale } from '#contracts/reseller-config.ts'
import { mailShow } from '#lib/format/mailed-order.ts'
import type { Log } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import type { BrandSource } from '../brand/brand-source.ts'
import type { CoreClient } from '../core/client.ts'
import type { Database } from '../database.ts'
import { addMails } from '../mail/mail-queue.ts'
import type { OptOutLinks } from '../opt-outs/opt-out-links.ts'
import { forEachReseller, isMoreDue, type Rounds, startRounds } from '../rounds.ts'
import {
  closeRelease,
  dueReleases,
  lockRelease,
  openReleases,
  postponeRelease,
  type Release,
  resellersWithDueReleases,
  resellersWithWaitlist,
  takeWaiting,
} from './waitlist-store.ts'

/*
 * Tickets that came back are told of to who waits longest, a few at a time, as long as core still has any. Nobody is
 * promised one: they are on sale for everybody, and the mail says so.
 *
 *   ticket.released, some left ──▶ open ──a minute later, still some left──▶ … ──none left, or nobody to tell──▶ closed
 */

export interface WaitlistParts {
  readonly database: Database
  readonly brands: BrandSource
  readonly core: CoreClient
  readonly optOuts: OptOutLinks
  readonly log: Log
}

/** Told at once, whatever came back: enough that a ticket finds a buyer, few enough that most of them find a ticket. */
const TOLD_AT_A_TIME = 10
/** How long those have before the next are told. */
const PAUSE_MS = 60_000
const LOOK_MS = 5_000
const RESELLERS_PER_ROUND = 100
/**
 * Tiers of one reseller in a row; the rest come at once after everybody's turn. Core is asked twice about each, at the same
 * time, and may hang for five seconds for this reseller alone: ten keep the next one for less than {@link PAUSE_MS}.
 */
const RELEASES_AT_A_TIME = 10

/** Notes that tickets came back, at every reseller where somebody waits: they all sell from the same stock. */
export async function noteRelease(database: Database, event: TicketReleasedEvent): Promise<void> {
  const tierIds = Object.entries(event.remaining).flatMap(([tierId, left]) => (left > 0 ? [tierId] : []))
  if (tierIds.length === 0) return
  for (const resellerId of await resellersWithWaitlist(database, event.showId)) {
    await asReseller(database, resellerId, (transaction) =>
      openReleases(transaction, resellerId, event.showId, tierIds),
    )
  }
}

/** Tells waitlists until disposed. */
export function startTellingWaitlists(parts: WaitlistParts): Rounds {
  const round = (stopped: () => boolean) => tellWaitlists(parts, stopped)
  return startRounds({ name: 'waitlist', everyMs: LOOK_MS, log: parts.log, round })
}

/**
 * @param page how many resellers are looked at
 * @param atATime how many tiers of each
 * @returns whether there is more to do at once
 */
export async function tellWaitlists(
  parts: WaitlistParts,
  stopped: () => boolean,
  page = RESELLERS_PER_ROUND,
  atATime = RELEASES_AT_A_TIME,
): Promise<boolean> {
  const told = await forEachReseller({
    resellerIds: await resellersWithDueReleases(parts.database, page),
    ...{ stopped, log: parts.log, failure: 'no waitlist could be read; tried again' },
    async work(resellerId) {
      const releases = await asReseller(parts.database, resellerId, (transaction) =>
        dueReleases(transaction, resellerId, atATime),
      )
      for (const release of releases) {
        if (stopped()) break
        await tellOrPostpone(parts, resellerId, release)
      }
      return releases.length
    },
  })
  return isMoreDue(told, page, atATime)
}

/** What fails for one show, or for one reseller whose key at core is refused, must not keep the others' lists. */
async function tellOrPostpone(parts: WaitlistParts, resellerId: string, release: Release): Promise<void> {
  try {
    await tellSome(parts, resellerId, release)
  } catch (error) {
    const { showId, tierId } = release
    parts.log.warn({ err: error, resellerId, showId, tierId }, 'a waitlist could not be told; tried again in a minute')
    await asReseller(parts.database, resellerId, (transaction) =>
      postponeRelease(transaction, resellerId, release, PAUSE_MS),
    )
  }
}

/** Core says what is left right before anybody is told, so that nobody hears of tickets that are gone already. */
async function tellSome(
  { database, brands, core, optOuts }: WaitlistParts,
  resellerId: string,
  release: Release,
): Promise<void> {
  const [show, availability, brand] = await Promise.all([
    core.show(resellerId, release.showId),
    core.availability(resellerId, release.showId),
    brands.find(resellerId),
  ])
  const tier = availability?.tiers.find(({ id }) => id === release.tierId)
  const over = show === null || show.status === 'cancelled' || Date.parse(show.startsAt) <= Date.now()
  await asReseller(database, resellerId, async (transaction) => {
    if (!(await lockRelease(transaction, resellerId, release))) return
    if (over || brand === null || tier === undefined || tier.available === 0)
      return closeRelease(transaction, resellerId, release)
    const told = await takeWaiting(transaction, resellerId, release, {
      available: tier.available,
      most: TOLD_AT_A_TIME,
    })
    await addMails(
      transaction,
      resellerId,
      told.map(({ entryId, email, locale, token, toldAt }) => ({
        kind: 'waitlist.available' as const,
        to: email,
        locale: Locale.safeParse(locale).data ?? brand.config.locale,
        dedupeKey: `waitlist.available:${entryId}:${toldAt.toISOString()}`,
        data: {
          ...{ show: mailShow(show), tier: tier.name, url: `/shows/${release.showId}`, entryId },
          // Its own page asks; the place goes either way.
          unsubscribeUrl: `/waitlist/${token}`,
          oneClickUrl: optOuts(resellerId, { what: 'waitlist', token }).action,
        },
      })),
    )
    if (told.length < TOLD_AT_A_TIME) await closeRelease(transaction, resellerId, release)
    else await postponeRelease(transaction, resellerId, release, PAUSE_MS)
  })
}
