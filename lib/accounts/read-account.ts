import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import type { Account } from './account.ts'
import { AccountsUnavailable } from './accounts-unavailable.ts'
import { hasSessionCookie } from './session-cookie.ts'
import { readStaffRole } from './staff-roles.ts'

type Deps = Pick<Storefront, 'auths' | 'database' | 'sessionsRedis'>

/**
 * Who a request's Cookie header signs in at this site; null for nobody. Without a session cookie nothing is asked.
 * Extends nothing and sets no cookie: `GET /api/account/session` does that.
 * @throws AccountsUnavailable
 */
export async function readAccount(
  site: Site,
  cookieHeader: string | null,
  secure: boolean,
  { auths, database, sessionsRedis }: Deps,
): Promise<Account | null> {
  if (cookieHeader === null || !hasSessionCookie(cookieHeader, secure)) return null
  try {
    const headers = new Headers({ cookie: cookieHeader })
    const found = await auths.for(site, secure).api.getSession({ headers, query: { disableRefresh: true } })
    if (found === null) return null
    const { user, session } = found
    return {
      accountId: user.id,
      customerRef: user.customerRef,
      email: user.email,
      emailVerified: user.emailVerified,
      name: user.name,
      staff: await readStaffRole(sessionsRedis, database, site.resellerId, user.id),
      sessionId: session.id,
    }
  } catch (error) {
    throw new AccountsUnavailable('sessions cannot be read', { cause: error })
  }
}
