import { randomUUID } from 'node:crypto'
import { MailAddress, MailContent, mailPriority } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'

/** A mail to be sent by a site, in its language or in the one its reader chose. */
export type NewMail = MailContent & {
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
export async function queueMail(database: Database, site: Sender, mail: NewMail): Promise<void> {
  await asReseller(database, site.resellerId, (transaction) => addMail(transaction, site, mail))
}

/**
 * The same within a transaction of this reseller, so that the mail goes out if, and only if, its cause is committed.
 * @returns false when one with the same key had been written before
 */
export async function addMail(transaction: ResellerTransaction, site: Sender, mail: NewMail): Promise<boolean> {
  const mailId = randomUUID()
  const { kind, data } = MailContent.parse({ kind: mail.kind, data: mail.data })
  const { count } = await transaction.mail.createMany({
    data: {
      ...{ resellerId: site.resellerId, mailId, kind, data, priority: mailPriority(kind) },
      dedupeKey: mail.dedupeKey ?? mailId,
      recipient: MailAddress.parse(mail.to),
      locale: mail.locale ?? site.config.locale,
    },
    skipDuplicates: true,
  })
  return count === 1
}
