import type { MailContent } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import { mailRow } from '#platform/mail-row.ts'

/** A mail to be sent by a site, in its language or in the one its reader chose. */
export type SiteMail = MailContent & {
  readonly to: string
  readonly locale?: Locale
  /** Names the cause: a second mail with the same key, at the same reseller, is not written. */
  readonly dedupeKey?: string
}

type Sender = Pick<Site, 'resellerId' | 'config'>

/**
 * Writes a mail for the worker to send, in seconds, under the reseller's brand; links lead to its primary host.
 * @throws z.ZodError when the address or the data is not what the kind needs, and what the database throws
 */
export async function queueMail(database: Database, site: Sender, mail: SiteMail): Promise<void> {
  await asReseller(database, site.resellerId, (transaction) => addMail(transaction, site, mail))
}

/**
 * The same within a transaction of this reseller, so that the mail goes out if, and only if, its cause is committed.
 * @returns false when one with the same key had been written before
 */
export async function addMail(transaction: ResellerTransaction, site: Sender, mail: SiteMail): Promise<boolean> {
  const { count } = await transaction.mail.createMany({
    data: mailRow(site.resellerId, { ...mail, locale: mail.locale ?? site.config.locale }),
    skipDuplicates: true,
  })
  return count === 1
}
