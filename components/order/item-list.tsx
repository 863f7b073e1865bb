'use client'

import { useLocale, useTranslations } from 'use-intl/react'
import type { Price } from '#contracts/money.ts'
import { formatMoney } from '#lib/format/money.ts'
import { type ItemLine, pricedAt } from './item-lines.ts'
import styles from './item-list.module.css'

interface Props {
  readonly lines: readonly ItemLine[]
  /** What stands beside them as the sum. */
  readonly total: Price
}

/** What is bought, line by line. */
export function ItemList({ lines, total }: Props) {
  const t = useTranslations('selection')
  const locale = useLocale()
  return (
    <ul className={styles.items}>
      {pricedAt(total, lines).map((line) => (
        <li key={`${line.tierId} ${line.seats.join(' ')}`}>
          <span>
            <strong>{line.tier || t('count', { count: line.quantity })}</strong>
            {line.tier && <small>{t('count', { count: line.quantity })}</small>}
            {line.seats.length > 0 && <small>{line.seats.join(', ')}</small>}
          </span>
          {line.price && <span className="tabular">{formatMoney(line.price, locale)}</span>}
        </li>
      ))}
    </ul>
  )
}
