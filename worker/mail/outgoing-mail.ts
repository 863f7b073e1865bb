import type { MailContent } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import { type Brand, languageFor, ownLink } from '../brand/brand.ts'
import type { ClaimedMail, Failure } from './mail-queue.ts'
import { LOGO_CID } from './render/mail-logo.ts'
import { renderMail } from './render/render-mail.ts'
import type { OutgoingMail } from './smtp.ts'
import { whyTooLate } from './too-late.ts'

/**
 * Dresses a mail for its way: in the reseller's brand, from its name, answered to its support address. The sender's
 * address is on a domain of ours that its mail server may send for; it tells resellers apart, so that one's complaints
 * are not another's reputation. Why not, when it cannot be sent. One that cannot be read or written is tried again like
 * any that failed: that may be the program's fault, or a newer one wrote it, and such a program is taken back within hours.
 */
export function dressMail(
  mail: ClaimedMail,
  brand: Brand | null,
  fromDomain: string,
  nowMs = Date.now(),
): OutgoingMail | Failure {
  if (brand === null) return { reason: 'the reseller has no live configuration', permanent: false }
  if (mail.content === null) return { reason: 'what it says cannot be read', permanent: false }
  const late = whyTooLate(mail.content, mail.createdAt, nowMs)
  if (late !== null) return { reason: late, permanent: true }
  try {
    return writeMail(mail, mail.content, brand, fromDomain)
  } catch (error) {
    return { reason: `it cannot be written: ${error}`, permanent: false }
  }
}

function writeMail(mail: ClaimedMail, content: MailContent, brand: Brand, fromDomain: string): OutgoingMail {
  const { name, support } = brand.config
  const locale = languageFor(brand, mail.locale)
  const rendered = renderMail(content, brand, locale)
  const oneLine = name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return {
    ...rendered,
    from: { name: oneLine, address: `${mail.resellerId}@${fromDomain}` },
    replyTo: { name: oneLine, address: support.email },
    to: mail.recipient,
    messageId: `${mail.mailId}@${fromDomain}`,
    pictures: brand.logo ? [{ cid: LOGO_CID, name: 'logo.png', png: brand.logo }] : [],
    headers: unsubscribeHeaders(mail, brand, locale),
  }
}

/**
 * Mail programs show a button of their own for a mail that may come again: one that asks nothing more (RFC 8058), or where
 * there is no TLS, as on one's own machine, the page (RFC 2369).
 */
function unsubscribeHeaders({ content }: ClaimedMail, brand: Brand, locale: Locale): Record<string, string> {
  if (content?.kind !== 'show.tomorrow' && content?.kind !== 'waitlist.available') return {}
  const { oneClickUrl, unsubscribeUrl } = content.data
  if (oneClickUrl !== undefined && brand.origin.startsWith('https:'))
    return {
      'List-Unsubscribe': `<${ownLink(brand, oneClickUrl, locale)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }
  return unsubscribeUrl === undefined ? {} : { 'List-Unsubscribe': `<${ownLink(brand, unsubscribeUrl, locale)}>` }
}
