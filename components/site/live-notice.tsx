'use client'

import { useTranslations } from 'use-intl/react'
import { useRealtimeStatus } from '#components/realtime/use-realtime-status.ts'
import styles from './live-notice.module.css'

/** One quiet line when what is on the page may be older than people think. Nothing is followed: nothing is said. */
export function LiveNotice() {
  const status = useRealtimeStatus()
  const t = useTranslations('live')
  const text = status === 'polling' || status === 'offline' ? t(status) : null
  return (
    <div role="status" className="no-print">
      {text && <p className={styles.notice}>{text}</p>}
    </div>
  )
}
