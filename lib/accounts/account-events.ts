import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { asReseller, type Database } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Log } from '#platform/log.ts'
import type { SendAccountMail } from './account-mail.ts'
import type { AuthEvents } from './auth.ts'
import type { EndSession } from './end-session.ts'
import { refuseLastOwner } from './last-owner.ts'

export interface AccountEventParts {
  readonly database: Database
  readonly log: Log
  readonly sendMail: SendAccountMail
  readonly endSession: EndSession
}

/** What follows from what happens to accounts at one of a reseller's hosts: mails with links to it, streams that close. */
export function accountEvents(site: Site, origin: string, parts: AccountEventParts): AuthEvents {
  const { resellerId } = site
  const { database, sendMail, endSession } = parts
  const link = (page: string, token: string) => `${origin}/account/${page}?token=${encodeURIComponent(token)}`
  return {
    verification: (to, token, newEmail) =>
      sendMail(site, {
        kind: newEmail ? 'account.confirm-new-email' : 'account.verify',
        to,
        data: { url: link('verify', token) },
      }),
    passwordReset: (to, token) => sendMail(site, { kind: 'account.reset', to, data: { url: link('reset', token) } }),
    accountExists: (to) => sendMail(site, { kind: 'account.exists', to, data: {} }),
    customerRefFor: async (guestRef) =>
      guestRef !== null && (await isUnowned(database, resellerId, guestRef)) ? guestRef : mintCustomerRef(),
    async sessionEnded({ id, userId }) {
      const customerRef = await refOf(database, resellerId, userId)
      if (customerRef !== null) await endSession({ resellerId, customerRef, sessionId: id })
    },
    beforeDelete: (accountId) => refuseLastOwner(database, resellerId, accountId),
    afterDelete: (to) => sendMail(site, { kind: 'account.deleted', to, data: {} }),
  }
}

/** Two sign-ups with one guest's reference at once: the second meets the unique index and fails as a whole. */
async function isUnowned(database: Database, resellerId: string, customerRef: string): Promise<boolean> {
  const owner = await asReseller(database, resellerId, (transaction) =>
    transaction.customerAccount.findUnique({ where: { resellerId_customerRef: { resellerId, customerRef } } }),
  )
  return owner === null
}

async function refOf(database: Database, resellerId: string, accountId: string): Promise<string | null> {
  const row = await asReseller(database, resellerId, (transaction) =>
    transaction.customerAccount.findUnique({ where: { resellerId_id: { resellerId, id: accountId } } }),
  )
  return row?.customerRef ?? null
}
