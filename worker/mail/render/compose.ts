import type { MailContent, MailData } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'
import { type Brand, ownLink } from '../../brand/brand.ts'
import type { AccountMail, Composing, ShowMail } from './composing.ts'
import type { MailBlock, MailParts } from './mail-parts.ts'
import { composeOrderMail } from './order-mails.ts'
import { composeShowMail } from './show-mails.ts'

/** Puts a mail into words. */
export function composeMail(content: MailContent, brand: Brand, locale: Locale): MailParts {
  const composing = { brand, locale, t: translator(locale, 'mail'), link: (to: string) => ownLink(brand, to, locale) }
  if (isAccountMail(content)) return composeAccountMail(content, composing)
  if (isShowMail(content)) return composeShowMail(content, composing)
  return composeOrderMail(content, composing)
}

const isAccountMail = (content: MailContent): content is AccountMail => content.kind.startsWith('account.')
const isShowMail = (content: MailContent): content is ShowMail => /^(?:show|waitlist)\./.test(content.kind)

/** Texts of account mails are named alike; what differs is whether there is a link, and whether to ignore it is safe. */
const ACCOUNT_TEXTS = {
  'account.verify': 'verify',
  'account.reset': 'reset',
  'account.confirm-new-email': 'newEmail',
  'account.exists': 'exists',
} as const

function composeAccountMail(content: AccountMail, { brand, t, link }: Composing): MailParts {
  const { name } = brand.config
  switch (content.kind) {
    case 'account.email-changed':
      return said(t('emailChangedSubject'), t('emailChangedText', { name }))
    case 'account.deleted':
      return said(t('deletedSubject'), t('deletedText', { name }))
    default: {
      const texts = ACCOUNT_TEXTS[content.kind]
      const href = link((content.data as MailData<'account.verify'>).url)
      return said(t(`${texts}Subject`), t(`${texts}Text`, { name }), [
        { type: 'button', label: t(`${texts}Button`), href },
        { type: 'fallback', label: t('linkHint'), href },
        { type: 'note', text: t('notYou') },
      ])
    }
  }
}

/** A mail whose subject is its heading, too. */
function said(subject: string, text: string, more: readonly MailBlock[] = []): MailParts {
  return { subject, title: subject, blocks: [{ type: 'text', text }, ...more] }
}
