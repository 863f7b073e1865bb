import type { MailData } from '#contracts/mail.ts'
import { formatMoney } from '#lib/format/money.ts'
import type { Composing, OrderMail } from './composing.ts'
import type { Fact, MailBlock, MailParts } from './mail-parts.ts'
import { showBlock } from './show-facts.ts'

export function composeOrderMail(content: OrderMail, composing: Composing): MailParts {
  if (content.kind === 'order.link') return linksMail(content.data, composing)
  const { t, link } = composing
  const { order, show, url } = content.data
  const { code } = order
  const rest = (label: string): MailBlock[] => [
    showBlock(show, composing),
    { type: 'facts', facts: orderFacts(content.data, composing) },
    { type: 'button', label, href: link(url) },
    { type: 'fallback', label: t('linkHint'), href: link(url) },
  ]
  const mail = (subject: string, title: string, text: string, label: string): MailParts => ({
    subject,
    title,
    blocks: [{ type: 'text', text }, ...rest(label)],
  })
  const { title } = show
  switch (content.kind) {
    case 'order.confirmed':
      return mail(t('confirmedSubject', { title }), t('confirmedTitle'), t('confirmedText', { code }), t('confirmedButton')) // biome-ignore format: one line
    case 'order.failed':
      return mail(t('failedSubject', { title }), t('failedTitle'), t('failedText', { code }), t('failedButton'))
    case 'order.refunded':
      return mail(t('refundedSubject', { code }), t('refundedSubject', { code }), t('refundedText'), t('orderButton'))
    case 'order.cancelled':
      return mail(t('cancelledSubject', { code }), t('cancelledSubject', { code }), t('cancelledText'), t('orderButton')) // biome-ignore format: one line
  }
}

function orderFacts({ order }: MailData<'order.confirmed'>, { t, locale }: Composing): Fact[] {
  return [
    { label: t('order'), value: order.code },
    { label: t('name'), value: order.name },
    { label: t('ticketCount'), value: `${order.tickets}` },
    { label: t('total'), value: formatMoney(order.total, locale) },
  ]
}

function linksMail({ orders }: MailData<'order.link'>, composing: Composing): MailParts {
  const { t, link, brand } = composing
  const { name } = brand.config
  const subject = t('linksSubject', { name })
  const blocks = orders.flatMap(({ code, show, url }): MailBlock[] => [
    showBlock(show, composing, [{ label: t('order'), value: code }]),
    { type: 'button', label: t('linksButton', { code }), href: link(url) },
  ])
  return { subject, title: subject, blocks: [{ type: 'text', text: t('linksText', { name }) }, ...blocks] }
}
