import type { MailContent, MailKind } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Translator } from '#lib/text/translator.ts'
import type { Brand } from '../../brand/brand.ts'

/** What composing a mail of one reseller needs. */
export interface Composing {
  readonly brand: Brand
  readonly locale: Locale
  readonly t: Translator<'mail'>
  /** Text of a link that leads to this brand's own host. */
  readonly link: (to: string) => string
}

type Kinds<Prefix extends string> = Extract<MailKind, `${Prefix}.${string}`>
export type ContentOf<Kind extends MailKind> = Extract<MailContent, { kind: Kind }>
export type AccountMail = ContentOf<Kinds<'account'>>
export type ShowMail = ContentOf<Kinds<'show' | 'waitlist'>>
export type OrderMail = ContentOf<Kinds<'order'>>
