import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { asReseller, type Database } from '#lib/database/database.ts'
import { type NewMail, queueMail } from '#lib/mail/queue-mail.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { AuthEvents } from './auth.ts'
import { forgetBelongings } from './belongings.ts'
import type { EndSession } from './end-session.ts'
import { refuseLastOwner } from './last-owner.ts'
import { countMailTo, type Mailboxes } from './mailbox-limit.ts'

export interface AccountEventParts extends Mailboxes {
  readonly database: Database
  readonly endSession: EndSession
}

/** What follows from what happens to a reseller's accounts: mails, and streams that close. */
export function accountEvents(site: Site, parts: AccountEventParts): AuthEvents {
  const { resellerId } = site
  const { database, endSession } = parts
  const mail = (content: NewMail) => queueMail(database, site, content)
  /** For what whoever knows an address can have mailed to it. */
  async function askedFor(content: NewMail): Promise<void> {
    if (await countMailTo(parts, resellerId, content.kind, content.to)) await mail(content)
  }
  // Behind the reseller's own host it is put when the mail is sent; the request's Host header has no part in it.
  const link = (page: string, token: string) => ({ url: `/account/${page}?token=${encodeURIComponent(token)}` })
  return {
    verification: (to, token, newEmail) =>
      askedFor({ kind: newEmail ? 'account.confirm-new-email' : 'account.verify', to, data: link('verify', token) }),
    passwordReset: (to, token) => askedFor({ kind: 'account.reset', to, data: link('reset', token) }),
    accountExists: (to) => askedFor({ kind: 'account.exists', to, data: { url: '/account/sign-in' } }),
    customerRefFor: async (guestRef) =>
      guestRef !== null && (await isUnowned(database, resellerId, guestRef)) ? guestRef : mintCustomerRef(),
    async sessionEnded({ id, userId }) {
      const customerRef = await refOf(database, resellerId, userId)
      if (customerRef !== null) await endSession({ resellerId, customerRef, sessionId: id })
    },
    // Before, so that whoever is told that it failed can try again; after it there would be nobody to try.
    async beforeDelete(accountId, owner) {
      await refuseLastOwner(database, resellerId, accountId)
      await forgetBelongings(database, resellerId, owner)
    },
    async afterDelete(owner) {
      await mail({ kind: 'account.deleted', to: owner.email, data: {} })
    },
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
