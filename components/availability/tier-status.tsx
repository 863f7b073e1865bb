import { useTranslations } from 'use-intl/react'
import type { Tier } from '#contracts/availability.ts'
import styles from './tier-status.module.css'

interface Props {
  readonly tier: Pick<Tier, 'status' | 'available'>
  readonly id?: string
}

/** Whether a price group is scarce or gone, in words; nothing while there is plenty. */
export function TierStatus({ tier: { status, available }, id }: Props) {
  const stock = useTranslations('stock')
  const t = useTranslations('tickets')
  if (status === 'available') return null
  return (
    <span id={id} className={styles[status]}>
      {status === 'few' ? t('left', { count: available }) : stock(status)}
    </span>
  )
}
