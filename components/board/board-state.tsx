import { useLocale, useTranslations } from 'use-intl/react'
import type { RealtimeStatus } from '#components/realtime/status.ts'
import type { Board } from '#contracts/board.ts'
import { formatTimeToSecond } from '#lib/format/date.ts'
import styles from './live-board.module.css'

interface Props {
  readonly board: Board
  readonly status: RealtimeStatus
  readonly failed: boolean
}

/** As of when the figures are true, whether they move by themselves, and whose clock they go by. */
export function BoardState({ board: { asOf, timeZone }, status, failed }: Props) {
  const t = useTranslations('board')
  const locale = useLocale()
  return (
    <div className={styles.state}>
      <p className="row" role="status">
        <span className={`badge ${status === 'live' && !failed ? 'good' : status === 'connecting' ? '' : 'warn'}`}>
          {t(failed ? 'failed' : status)}
        </span>
      </p>
      <p className="muted" suppressHydrationWarning>
        {t('asOf', { time: formatTimeToSecond(asOf, { timeZone, locale }) })}
      </p>
      <p className="muted">{t('zone', { place: timeZone.replaceAll('_', ' ') })}</p>
    </div>
  )
}
