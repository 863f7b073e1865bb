'use client'

import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { TierStatus } from '#components/availability/tier-status.tsx'
import { StepButton } from '#components/ui/step-button.tsx'
import type { Tier } from '#contracts/availability.ts'
import { formatMoney } from '#lib/format/money.ts'
import { isolated } from '#lib/text/isolated.ts'
import styles from './tier-list.module.css'

interface Props {
  readonly tiers: readonly Tier[]
  readonly quantities: Readonly<Record<string, number>>
  /** Before that prices can be read, and there is nothing to choose with. */
  readonly onSale: boolean
  /** Null while nothing can be chosen. */
  readonly onChange: ((tierId: string, quantity: number) => void) | null
}

/** General admission: each tier with its full price first, and how many of it. */
export function TierList({ tiers, quantities, onSale, onChange }: Props) {
  const price = useTranslations('price')
  const locale = useLocale()
  const id = useId()
  return (
    <ul className={styles.tiers}>
      {tiers.map((tier) => (
        <li key={tier.id} className={styles.tier} data-tier={tier.name} data-status={tier.status}>
          <p className={styles.name}>
            <strong>{isolated(tier.name)}</strong>
            <TierStatus tier={tier} id={`${id}-${tier.id}`} />
          </p>
          <p className={styles.price}>
            <strong>{formatMoney(tier.price, locale)}</strong>
            {tier.price.fees > 0 && (
              <small>
                {price('feesPart', { fees: formatMoney({ ...tier.price, amount: tier.price.fees }, locale) })}
              </small>
            )}
          </p>
          {onSale && (
            <Quantity
              tier={tier}
              statusId={`${id}-${tier.id}`}
              quantity={quantities[tier.id] ?? 0}
              onChange={onChange && ((quantity) => onChange(tier.id, quantity))}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

interface QuantityProps {
  readonly tier: Tier
  /** Of what says how many are left, where that is said. */
  readonly statusId: string
  readonly quantity: number
  readonly onChange: ((quantity: number) => void) | null
}

function Quantity({ tier, statusId, quantity, onChange }: QuantityProps) {
  const t = useTranslations('tickets')
  const saysLeft = onChange !== null && tier.status !== 'available'
  const stepTo = (next: number) => onChange && (() => onChange(next))
  return (
    <fieldset className={styles.quantity}>
      <legend className="visually-hidden">{t('quantityOf', { tier: tier.name })}</legend>
      <StepButton
        icon="minus"
        label={t('fewer', { tier: tier.name })}
        onPress={quantity > 0 ? stepTo(quantity - 1) : null}
      />
      <output aria-live="polite">{quantity}</output>
      <StepButton
        icon="plus"
        label={t('more', { tier: tier.name })}
        onPress={tier.available > quantity ? stepTo(quantity + 1) : null}
        why={saysLeft ? statusId : undefined}
      />
    </fieldset>
  )
}
