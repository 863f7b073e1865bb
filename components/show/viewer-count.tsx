'use client'

import { useTranslations } from 'use-intl/react'
import { Icon } from '#components/ui/icon.tsx'
import styles from './viewer-count.module.css'

/** How many look at this show right now; nothing when nobody has counted lately, or when it is only us. */
export function ViewerCount({ count }: { readonly count: number | null }) {
  const t = useTranslations('show')
  if (count === null || count < 2) return null
  return (
    <span className={styles.viewers} data-testid="viewers">
      <Icon name="eye" />
      {t('viewers', { count })}
    </span>
  )
}
