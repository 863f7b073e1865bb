import { useLocale, useTranslations } from 'use-intl/react'
import type { Board } from '#contracts/board.ts'
import { calendarDay, formatMoment, formatTime } from '#lib/format/date.ts'

/** That sales may be missing, and from when on; nothing while they are counted as they come. */
export function BehindNote({ board: { behind, asOf, timeZone } }: { readonly board: Board }) {
  const t = useTranslations('board')
  const locale = useLocale()
  if (behind === undefined) return null
  const { countedTo } = behind
  const write = (at: string) => {
    const today = calendarDay(at, timeZone) === calendarDay(asOf, timeZone)
    return (today ? formatTime : formatMoment)(at, { timeZone, locale })
  }
  return (
    <p className="note warn" role="status" data-testid="board-behind" suppressHydrationWarning>
      {countedTo === null ? t('behindUnknown') : t('behind', { time: write(countedTo) })}
    </p>
  )
}
