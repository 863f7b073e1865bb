import type { MailData } from '#contracts/mail.ts'
import { listed } from '#lib/text/isolated.ts'
import type { Composing, ShowMail } from './composing.ts'
import type { MailBlock, MailParts } from './mail-parts.ts'
import { showBlock, whenText } from './show-facts.ts'

export function composeShowMail(content: ShowMail, composing: Composing): MailParts {
  const { t, link } = composing
  const { show, url } = content.data
  const { title } = show
  const button = (label: string): MailBlock[] => [
    { type: 'button', label, href: link(url) },
    { type: 'fallback', label: t('linkHint'), href: link(url) },
  ]
  switch (content.kind) {
    case 'show.changed':
      return changedMail(content.data, composing, button(t('orderButton')))
    case 'show.tomorrow':
      return {
        subject: t('tomorrowSubject', { title }),
        title: t('tomorrowTitle'),
        blocks: [
          { type: 'text', text: t('tomorrowText', { count: content.data.tickets }) },
          showBlock(show, composing),
          ...button(t('confirmedButton')),
        ],
        ending: endOfReminders(content.data, composing),
      }
    case 'waitlist.confirm':
      return {
        subject: t('waitlistConfirmSubject', { title }),
        title: t('waitlistConfirmSubject', { title }),
        blocks: [
          { type: 'text', text: t('waitlistConfirmText') },
          showBlock(show, composing, tierFact(content.data, composing)),
          ...button(t('waitlistConfirmButton')),
          { type: 'note', text: t('notYou') },
        ],
      }
    case 'waitlist.available':
      return {
        subject: t('availableSubject', { title }),
        title: t('availableSubject', { title }),
        blocks: [
          { type: 'text', text: t('availableText') },
          showBlock(show, composing, tierFact(content.data, composing)),
          ...button(t('availableButton')),
        ],
        ending: { label: t('unsubscribe'), href: link(content.data.unsubscribeUrl) },
      }
  }
}

/** Not in a mail that was written before there were such links. */
function endOfReminders({ unsubscribeUrl }: MailData<'show.tomorrow'>, { t, link, brand }: Composing) {
  if (unsubscribeUrl === undefined) return undefined
  return { label: t('endReminders', { name: brand.config.name }), href: link(unsubscribeUrl) }
}

const tierFact = ({ tier }: { readonly tier?: string | undefined }, { t }: Composing) =>
  tier === undefined ? [] : [{ label: t('tier'), value: tier }]

function changedMail(data: MailData<'show.changed'>, composing: Composing, rest: readonly MailBlock[]): MailParts {
  const { t, locale } = composing
  const { show, before, cancelled } = data
  const kind = cancelled ? 'showCancelled' : before && before.startsAt !== show.startsAt ? 'moved' : 'changed'
  const subject = t(`${kind}Subject`, { title: show.title })
  const was = before && !cancelled ? [{ label: t('before'), value: beforeText(data, locale) }] : []
  return {
    subject,
    title: subject,
    blocks: [
      { type: 'text', text: t(`${kind}Text`) },
      ...(was.length > 0 ? [{ type: 'facts', facts: was } as const] : []),
      showBlock(show, composing),
      ...rest,
    ],
  }
}

/** What no longer holds, and only that. */
function beforeText({ show, before }: MailData<'show.changed'>, locale: string): string {
  if (before === undefined) return ''
  const moved = before.startsAt !== show.startsAt ? [whenText(before, locale)] : []
  const elsewhere =
    before.venue !== show.venue || before.city !== show.city ? [listed([before.venue, before.city], ', ')] : []
  return listed([...moved, ...elsewhere])
}
