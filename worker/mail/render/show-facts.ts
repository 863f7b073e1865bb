import type { MailShow } from '#contracts/mail.ts'
import { formatLongDay, formatTime } from '#lib/format/date.ts'
import { listed } from '#lib/text/isolated.ts'
import type { Composing } from './composing.ts'
import type { Fact, MailBlock } from './mail-parts.ts'

/** A show's day and time by the venue's clock: Saturday 5 December 2026, 19:30. */
export function whenText({ startsAt, timeZone }: Pick<MailShow, 'startsAt' | 'timeZone'>, locale: string): string {
  const place = { timeZone, locale }
  const separator = locale.startsWith('ja') ? ' ' : ', '
  return `${formatLongDay(startsAt, place)}${separator}${formatTime(startsAt, place)}`
}

/** A show as mails present it. */
export function showBlock(show: MailShow, { t, locale }: Composing, more: readonly Fact[] = []): MailBlock {
  const { doorsAt, timeZone, venue, address, city } = show
  const facts = [
    { label: t('when'), value: whenText(show, locale) },
    ...(doorsAt ? [{ label: t('doors'), value: formatTime(doorsAt, { timeZone, locale }) }] : []),
    { label: t('where'), value: listed([venue, address ?? city], ', ') },
    ...more,
  ]
  return { type: 'show', title: show.title, facts }
}
