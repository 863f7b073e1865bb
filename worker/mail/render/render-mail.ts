import type { MailContent } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import type { Brand } from '../../brand/brand.ts'
import { closingLines } from './closing-lines.ts'
import { composeMail } from './compose.ts'
import { writeHtml } from './write-html.ts'
import { writeText } from './write-text.ts'

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A mail in a brand's look and a language, as HTML and as plain text. */
export function renderMail(content: MailContent, brand: Brand, locale: Locale): RenderedMail {
  const parts = composeMail(content, brand, locale)
  const closing = closingLines(brand, locale)
  return {
    // A title may hold a line break or worse; a subject is one line.
    subject: parts.subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(),
    text: writeText(parts, brand, closing),
    html: writeHtml(parts, brand, locale, closing),
  }
}
