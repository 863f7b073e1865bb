import { asReseller } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { leaveWaitlist } from '#lib/waitlist/waitlist.ts'
import { type Ended, optOutDigest, readOptOutKey } from '#platform/opt-out-link.ts'

/*
 * What an address does not want to be mailed any more (decision 0090). Reminders are a row; a place on a waitlist is a row
 * already, which goes. All of it may be said again and again.
 */

type Deps = Pick<Storefront, 'database' | 'environment'>

/** What a link ends here; null when it is none of this reseller's, or over. */
export const endedBy = (
  { resellerId }: Pick<Site, 'resellerId'>,
  key: string,
  { environment }: Pick<Deps, 'environment'>,
): Ended | null => readOptOutKey(environment.orderLinkSecret, resellerId, key, Date.now())

/** Ends it: from now on the worker writes no such mail, and sends none that waits. */
export async function endMails(site: Site, ended: Ended, deps: Pick<Deps, 'database'>): Promise<void> {
  if (ended.what === 'waitlist') await leaveWaitlist(site, ended.token, deps)
  else await wantReminders(site.resellerId, ended.addressDigest, false, deps)
}

/** Whether an address is written to about its shows of tomorrow. */
export async function wantsReminders(
  resellerId: string,
  addressDigest: string,
  { database }: Pick<Deps, 'database'>,
): Promise<boolean> {
  const key = { resellerId, addressDigest, what: 'reminders' }
  const row = await asReseller(database, resellerId, (transaction) =>
    transaction.optOut.findUnique({ where: { resellerId_addressDigest_what: key } }),
  )
  return row === null
}

export async function wantReminders(
  resellerId: string,
  addressDigest: string,
  wanted: boolean,
  { database }: Pick<Deps, 'database'>,
): Promise<void> {
  const key = { resellerId, addressDigest, what: 'reminders' }
  await asReseller(database, resellerId, async (transaction) => {
    if (wanted) await transaction.optOut.deleteMany({ where: key })
    else await transaction.optOut.createMany({ data: key, skipDuplicates: true })
  })
}

/** An account's address as opt-outs know it. */
export const digestOf = (
  { resellerId }: Pick<Site, 'resellerId'>,
  email: string,
  { environment }: Pick<Deps, 'environment'>,
): string => optOutDigest(environment.orderLinkSecret, resellerId, email)
