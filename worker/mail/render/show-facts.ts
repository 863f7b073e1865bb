import type { MailShow } from '#contracts/mail.ts'
import { formatDayAndTime, formatTime } from '#lib/format/date.ts'
import { listed } from '#lib/text/isolated.ts'
import type { Composing } from './composing.ts'
import type { Fact, MailBlock } from './mail-parts.ts'

/** A show's day and time by the venue's clock: Saturday 5 December 2026, 19:30. */
export const whenText = ({ startsAt, timeZone }: Pick<MailShow, 'startsAt' | 'timeZone'>, locale: string): string =>
  formatDayAndTime(startsAt, { timeZone, locale })

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
