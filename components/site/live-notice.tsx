'use client'

import { useRealtimeStatus } from '#components/realtime/use-realtime-status.ts'
import styles from './live-notice.module.css'

interface Props {
  readonly polling: string
  readonly offline: string
}

/** One quiet line when what is on the page may be older than people think. Nothing is followed: nothing is said. */
export function LiveNotice(words: Props) {
  const status = useRealtimeStatus()
  const text = status === 'polling' || status === 'offline' ? words[status] : null
  return (
    <div role="status" className="no-print">
      {text && <p className={styles.notice}>{text}</p>}
    </div>
  )
}
