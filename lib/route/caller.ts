import type { StorefrontProblemType } from '#contracts/storefront.ts'
import { type Account, mayActAs } from '#lib/accounts/account.ts'
import { readAccount } from '#lib/accounts/read-account.ts'
import { guestRef } from '#lib/customer/guest-ref.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import type { AccountNeed, CustomerNeed } from './route-spec.ts'

/** Who calls. All null where nobody's identity is looked at. */
export interface Caller {
  readonly account: Account | null
  /** The guest that this browser is, or was before it signed in. */
  readonly guest: string | null
  /** Whose new things these are, unless a route makes a new guest. */
  readonly known: string | null
}

/** As much of a route as says whom it is for. */
interface ForWhom {
  readonly customer: CustomerNeed
  readonly account?: AccountNeed | undefined
}

/** Where a call arrived. */
interface Door {
  readonly site: Site
  /** Over TLS. */
  readonly secure: boolean
  readonly parts: Storefront
}

/** Who calls, or why they may not. */
export async function readCaller(
  { customer, account: need }: ForWhom,
  { headers }: Request,
  { site, secure, parts }: Door,
): Promise<Caller | StorefrontProblemType> {
  const asksWho = customer !== 'anyone' || need !== undefined
  const account = asksWho ? await readAccount(site, headers.get('cookie'), secure, parts) : null
  const refused = need === undefined ? null : refusalOf(account, need)
  if (refused !== null) return refused
  const guest = customer === 'anyone' ? null : guestRef(headers, site, parts.environment.secret)
  const known = account?.customerRef ?? guest
  return customer === 'known' && known === null ? 'storefront/not-found' : { account, guest, known }
}

/** Why somebody may not come in; null when they may. That there is a staff's side is nobody else's business. */
function refusalOf(account: Account | null, need: AccountNeed): StorefrontProblemType | null {
  if (need === 'optional') return null
  if (account === null) return 'storefront/sign-in-needed'
  if (need === 'needed' || mayActAs(account.staff, need)) return null
  return account.staff === null ? 'storefront/not-found' : 'storefront/forbidden'
}
