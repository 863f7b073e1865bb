'use client'

import { useTranslations } from 'use-intl/react'
import { TierStatus } from '#components/availability/tier-status.tsx'
import type { Tier } from '#contracts/availability.ts'
import { formatShortMoney } from '#lib/format/money.ts'
import { isolated } from '#lib/text/isolated.ts'
import styles from './legend.module.css'
import { signOf } from './price-group.ts'
import type { SeatState } from './seat-facts.ts'
import marks from './seat-mark.module.css'
import { SeatSign } from './seat-mark.tsx'

interface Props {
  readonly tiers: readonly Tier[]
  readonly locale: string
  /** Whether there are seats that are reserved for this browser. */
  readonly anyReserved: boolean
}

/** Price groups with their signs, and what the other drawings mean. */
export function Legend({ tiers, locale, anyReserved }: Props) {
  const t = useTranslations('seats')
  const price = useTranslations('price')
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {tiers.map((tier, group) => (
        <li key={tier.id} data-soldout={tier.available === 0 || undefined}>
          <Swatch state="available" group={group} />
          <span>{isolated(tier.name)}</span>
          <strong>{formatShortMoney(tier.price, locale)}</strong>
          {tier.price.fees > 0 && (
            <span className={styles.fees}>
              {price('feesPart', { fees: formatShortMoney({ ...tier.price, amount: tier.price.fees }, locale) })}
            </span>
          )}
          <TierStatus tier={tier} />
        </li>
      ))}
      <li>
        <Swatch state="chosen" /> {t('legendChosen')}
      </li>
      {anyReserved && (
        <li>
          <Swatch state="mine" /> {t('legendMine')}
        </li>
      )}
      <li>
        <Swatch state="held" /> {t('legendHeld')}
      </li>
      <li>
        <Swatch state="sold" /> {t('legendSold')}
      </li>
    </ul>
  )
}

function Swatch({ state, group = 0 }: { readonly state: SeatState; readonly group?: number }) {
  return (
    <svg viewBox="-.55 -.55 1.1 1.1" className={marks.swatch} data-group={signOf(group).colour} aria-hidden="true">
      <SeatSign state={state} group={group} />
    </svg>
  )
}
