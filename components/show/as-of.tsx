'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import { formatTime } from '#lib/format/date.ts'
import styles from './as-of.module.css'

interface Props {
  readonly asOf: string
  readonly live: boolean
  readonly timeZone: string
}

/** When what is shown was true. A dot says that it still is. */
export function AsOf({ asOf, live, timeZone }: Props) {
  const t = useTranslations('tickets')
  const locale = useLocale()
  const time = formatTime(asOf, { timeZone, locale })
  return (
    <span className={styles.asOf} data-live={live || undefined} suppressHydrationWarning>
      {t(live ? 'asOf' : 'asOfStale', { time })}
    </span>
  )
}
