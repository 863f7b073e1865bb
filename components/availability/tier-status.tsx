import { useTranslations } from 'use-intl/react'
import type { Tier } from '#contracts/availability.ts'
import styles from './tier-status.module.css'

/** Whether a price group is scarce or gone, in words; nothing while there is plenty. */
export function TierStatus({ tier: { status, available } }: { readonly tier: Pick<Tier, 'status' | 'available'> }) {
  const stock = useTranslations('stock')
  const t = useTranslations('tickets')
  if (status === 'available') return null
  return <span className={styles[status]}>{status === 'few' ? t('left', { count: available }) : stock(status)}</span>
}
