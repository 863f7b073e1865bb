import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface Props {
  readonly title: string
  readonly text?: ReactNode
  readonly tone?: 'plain' | 'warning' | 'negative' | 'positive'
  /** `status` is read out when it appears, `alert` at once. */
  readonly role?: 'status' | 'alert'
  readonly children?: ReactNode
}

/** Something to know before going on, in a box that stands out as much as it must. */
export function Notice({ title, text, tone = 'plain', role, children }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={role}>
      <p className={styles.title}>{title}</p>
      {text && <p>{text}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
