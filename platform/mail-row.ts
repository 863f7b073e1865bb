import { randomUUID } from 'node:crypto'
import { MailAddress, MailContent, mailPriority } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'

/** A mail that is to be sent in a language, under its reseller's brand. */
export type NewMail = MailContent & {
  readonly to: string
  readonly locale: Locale
  /** Names the cause: a second mail with the same key, at the same reseller, is not written. */
  readonly dedupeKey?: string
}

/**
 * A mail as the row in which it waits for the worker, due at once. Without a key it is its own cause.
 * @throws z.ZodError when the address or the data is not what the kind needs
 */
export function mailRow(resellerId: string, { to, locale, dedupeKey, ...content }: NewMail) {
  const mailId = randomUUID()
  const { kind, data } = MailContent.parse({ kind: content.kind, data: content.data })
  return {
    ...{ resellerId, mailId, dedupeKey: dedupeKey ?? mailId, locale, kind, data },
    ...{ recipient: MailAddress.parse(to), priority: mailPriority(kind) },
  }
}
