import { APIError } from 'better-auth/api'
import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { asReseller, type Database } from '#lib/database/database.ts'
import { queueMail, type SiteMail } from '#lib/mail/queue-mail.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { AuthEvents } from './auth.ts'
import { LAST_OWNER } from './auth-problem.ts'
import { forgetBelongings } from './belongings.ts'
import type { EndSession } from './end-session.ts'
import { leaveStaff } from './last-owner.ts'
import { countMailTo, type Mailboxes } from './mailbox-limit.ts'
import { rememberStaffRole } from './staff-roles.ts'

export interface AccountEventParts extends Mailboxes {
  readonly database: Database
  readonly endSession: EndSession
}

/** What follows from what happens to a reseller's accounts: mails, and streams that close. */
export function accountEvents(site: Site, parts: AccountEventParts): AuthEvents {
  const { resellerId } = site
  const { database, endSession } = parts
  const mail = (content: SiteMail) => queueMail(database, site, content)
  /** For what whoever knows an address can have mailed to it. */
  async function askedFor(content: SiteMail): Promise<void> {
    if (await countMailTo(parts, resellerId, content.kind, content.to)) await mail(content)
  }
  // Behind the reseller's own host it is put when the mail is sent; the request's Host header has no part in it.
  const link = (page: string, token: string) => ({ url: `/account/${page}?token=${encodeURIComponent(token)}` })
  return {
    verification: (to, token, newEmail) =>
      askedFor({ kind: newEmail ? 'account.confirm-new-email' : 'account.verify', to, data: link('verify', token) }),
    passwordReset: (to, token) => askedFor({ kind: 'account.reset', to, data: link('reset', token) }),
    accountExists: (to) => askedFor({ kind: 'account.exists', to, data: { url: '/account/sign-in' } }),
    customerRefFor: async (email, guestRef) =>
      guestRef !== null && (await isFree(database, resellerId, guestRef, email)) ? guestRef : mintCustomerRef(),
    async sessionEnded({ id, userId }) {
      const customerRef = await refOf(database, resellerId, userId)
      if (customerRef !== null) await endSession({ resellerId, customerRef, sessionId: id })
    },
    // Before, so that whoever is told that it failed can try again; after it there would be nobody to try. Staff are
    // customers from then on, even so: their role can be given back, and without any owner there is nobody who could. What
    // streams are open hear staff's for at most ten minutes more: nobody else took it from them (decision 0100).
    async beforeDelete(accountId, owner) {
      if (!(await leaveStaff(database, resellerId, accountId)))
        throw new APIError('CONFLICT', { code: LAST_OWNER, message: 'a reseller keeps one owner at least' })
      await rememberStaffRole(parts.redis, resellerId, accountId, null)
      await forgetBelongings(database, resellerId, owner)
    },
    async afterDelete(owner) {
      await mail({ kind: 'account.deleted', to: owner.email, data: {} })
    },
  }
}

/**
 * Whether a guest's reference can be a new account's: it is nobody's, or that of the account which the new one replaces,
 * whose deletion is still to be committed (`makeRoom`). Two sign-ups with one guest's reference at once: the second meets the
 * unique index and fails as a whole.
 */
async function isFree(database: Database, resellerId: string, customerRef: string, email: string): Promise<boolean> {
  const owner = await asReseller(database, resellerId, (transaction) =>
    transaction.customerAccount.findUnique({ where: { resellerId_customerRef: { resellerId, customerRef } } }),
  )
  return owner === null || (owner.email === email && !owner.emailVerified)
}

async function refOf(database: Database, resellerId: string, accountId: string): Promise<string | null> {
  const row = await asReseller(database, resellerId, (transaction) =>
    transaction.customerAccount.findUnique({ where: { resellerId_id: { resellerId, id: accountId } } }),
  )
  return row?.customerRef ?? null
}
