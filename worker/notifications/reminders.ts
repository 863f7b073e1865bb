import type { Log } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import type { Brand } from '../brand/brand.ts'
import type { BrandSource } from '../brand/brand-source.ts'
import type { CoreClient } from '../core/client.ts'
import type { Database } from '../database.ts'
import type { OptOutLinks, OptOutPaths } from '../opt-outs/opt-out-links.ts'
import { withoutReminders } from '../opt-outs/opt-outs.ts'
import type { OrderLinks } from '../orders/order-links.ts'
import { forEachReseller, isMoreDue, type Rounds, startRounds } from '../rounds.ts'
import { tellOfChanges } from './show-changes.ts'
import { type News, tell } from './tell.ts'
import { dueShows, postponeDueVisits, resellersWithDueVisits, takeDueVisits, type Visit } from './visits.ts'

export interface Reminding {
  readonly database: Database
  readonly brands: BrandSource
  readonly core: CoreClient
  readonly links: OrderLinks
  readonly optOuts: OptOutLinks
  readonly log: Log
}

/** A reminder a minute late is on time. */
const LOOK_MS = 60_000
const RESELLERS_PER_ROUND = 100
/**
 * Of one reseller in a row; the rest come at once after everybody's turn. Each is a question to core, which may hang for five
 * seconds for this reseller alone: ten keep the next one for less than the minute that a reminder may be late.
 */
const SHOWS_AT_A_TIME = 10
const VISITS_AT_A_TIME = 200
/**
 * Whoever waits longest comes first. What nothing can be done about (core does not know the show, or refuses the reseller's
 * key) would come first every minute, and keep everybody behind it.
 */
const POSTPONED_MS = 10 * 60_000

/** Reminds every minute until disposed. */
export function startReminders(reminding: Reminding): Rounds {
  const round = (stopped: () => boolean) => remindOfDueShows(reminding, stopped)
  return startRounds({ name: 'reminders', everyMs: LOOK_MS, log: reminding.log, round })
}

/**
 * Reminds of shows that begin in a day: whoever takes a visit tells of it in the same transaction, so of many workers one
 * does. What came due while all were down is done when one is up, but never once the show has begun. Core is asked
 * first, because a show that moved while nobody listened must not be reminded of by its old date.
 * @param page how many resellers are looked at
 * @param atATime how many shows of each
 * @returns whether there is more to do at once
 */
export async function remindOfDueShows(
  reminding: Reminding,
  stopped: () => boolean,
  page = RESELLERS_PER_ROUND,
  atATime = SHOWS_AT_A_TIME,
): Promise<boolean> {
  const reminded = await forEachReseller({
    resellerIds: await resellersWithDueVisits(reminding.database, page),
    ...{ stopped, log: reminding.log, failure: 'nobody could be reminded; tried again in a minute' },
    work: (resellerId) => remindFor(reminding, resellerId, stopped, atATime),
  })
  return isMoreDue(reminded, page, atATime)
}

/**
 * What fails for one show must not keep the others from being reminded of.
 * @returns how much there was that is not due any more: shows, and visits that it was too late for
 */
async function remindFor(
  reminding: Reminding,
  resellerId: string,
  stopped: () => boolean,
  atATime: number,
): Promise<number> {
  const { database, brands, log } = reminding
  const postpone = (showIds: readonly string[]) =>
    asReseller(database, resellerId, (transaction) => postponeDueVisits(transaction, resellerId, showIds, POSTPONED_MS))
  const brand = await brands.find(resellerId)
  const { shows, begun } = await asReseller(database, resellerId, (transaction) =>
    dueShows(transaction, resellerId, atATime),
  )
  const done = shows.length + begun
  if (brand === null) {
    await postpone(shows)
    return done
  }
  for (const showId of shows) {
    if (stopped()) break
    const reminded = await remindOf(reminding, brand, showId).catch((error) => {
      log.warn({ err: error, resellerId, showId }, 'nobody could be reminded of a show; tried again in ten minutes')
      return false
    })
    if (!reminded) await postpone([showId])
  }
  return done
}

/** @returns whether core knows the show */
async function remindOf({ database, core, links, optOuts }: Reminding, brand: Brand, showId: string): Promise<boolean> {
  const { resellerId } = brand
  if (!(await tellOfChanges({ database, core, links }, brand, showId, 'seen'))) return false
  for (let taken = VISITS_AT_A_TIME; taken === VISITS_AT_A_TIME; ) {
    taken = await asReseller(database, resellerId, async (transaction) => {
      const visits = await takeDueVisits(transaction, resellerId, showId, VISITS_AT_A_TIME)
      const digests = new Map(visits.map(({ recipient }) => [recipient, optOuts.digest(resellerId, recipient)]))
      // In this transaction, so that who ended them a moment ago gets none.
      const without = await withoutReminders(transaction, resellerId, [...digests.values()])
      const news = visits.map((visit) => {
        const addressDigest = digests.get(visit.recipient) ?? ''
        const url = links(resellerId, { ...visit, startsAt: visit.show.startsAt })
        const ending = without.has(addressDigest) ? null : optOuts(resellerId, { what: 'reminders', addressDigest })
        return reminder(visit, url, ending)
      })
      await tell(transaction, brand, news)
      return visits.length
    })
  }
  return true
}

/** @param ending how to hear no more reminders; null for who does not, and is told in the inbox alone */
function reminder(visit: Visit, url: string, ending: OptOutPaths | null): News {
  const { orderId, customerRef, code, tickets, recipient, locale, show } = visit
  const { id: showId, title, startsAt, timeZone } = show
  const ways = ending && { unsubscribeUrl: ending.page, oneClickUrl: ending.action }
  return {
    ...{ customerRef, kind: 'show.tomorrow', to: recipient, locale, dedupeKey: `show.tomorrow:${orderId}:${startsAt}` },
    data: { orderId, code, showId, title, startsAt, timeZone },
    mail: ways && { kind: 'show.tomorrow', data: { show, url, tickets, ...ways } },
  }
}
