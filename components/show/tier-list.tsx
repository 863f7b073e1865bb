'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import { TierStatus } from '#components/availability/tier-status.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Tier } from '#contracts/availability.ts'
import { formatMoney } from '#lib/format/money.ts'
import { isolated } from '#lib/text/isolated.ts'
import styles from './tier-list.module.css'

interface Props {
  readonly tiers: readonly Tier[]
  readonly quantities: Readonly<Record<string, number>>
  /** Null before sales begin: prices can be read, nothing can be chosen. */
  readonly onChange: ((tierId: string, quantity: number) => void) | null
}

/** General admission: each tier with its full price first, and how many of it. */
export function TierList({ tiers, quantities, onChange }: Props) {
  const price = useTranslations('price')
  const locale = useLocale()
  return (
    <ul className={styles.tiers}>
      {tiers.map((tier) => (
        <li key={tier.id} className={styles.tier} data-tier={tier.name} data-status={tier.status}>
          <p className={styles.name}>
            <strong>{isolated(tier.name)}</strong>
            <TierStatus tier={tier} />
          </p>
          <p className={styles.price}>
            <strong>{formatMoney(tier.price, locale)}</strong>
            {tier.price.fees > 0 && (
              <small>
                {price('feesPart', { fees: formatMoney({ ...tier.price, amount: tier.price.fees }, locale) })}
              </small>
            )}
          </p>
          {onChange && (
            <Quantity
              tier={tier}
              quantity={quantities[tier.id] ?? 0}
              onChange={(quantity) => onChange(tier.id, quantity)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

interface QuantityProps {
  readonly tier: Tier
  readonly quantity: number
  readonly onChange: (quantity: number) => void
}

function Quantity({ tier, quantity, onChange }: QuantityProps) {
  const t = useTranslations('tickets')
  return (
    <fieldset className={styles.quantity}>
      <legend className="visually-hidden">{t('quantityOf', { tier: tier.name })}</legend>
      <button
        type="button"
        onClick={() => onChange(quantity - 1)}
        disabled={quantity === 0}
        aria-label={t('fewer', { tier: tier.name })}
      >
        <Icon name="minus" />
      </button>
      <output aria-live="polite">{quantity}</output>
      <button
        type="button"
        onClick={() => onChange(quantity + 1)}
        disabled={tier.available <= quantity}
        aria-label={t('more', { tier: tier.name })}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  )
}
