'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import type { Hall } from '#components/seat-map/hall.ts'
import { Button } from '#components/ui/button.tsx'
import { StepButton } from '#components/ui/step-button.tsx'
import { formatShortMoney } from '#lib/format/money.ts'
import { listed } from '#lib/text/isolated.ts'
import { bestTogether, mostTogether } from './best-together.ts'
import styles from './pick-together.module.css'
import type { SelectionStep } from './selection.ts'
import type { Situation } from './selection-state.ts'

interface Props {
  readonly situation: Situation
  readonly hall: Hall
  readonly chosen: readonly string[]
  readonly take: (step: SelectionStep) => void
  /** The id of what says how many one person may have. */
  readonly limitId: string
}

/** How many, at which price: the best seats side by side are chosen and named. Nothing is reserved by it. */
export function PickTogether({ situation, hall, chosen, take, limitId }: Props) {
  const t = useTranslations('together')
  const stock = useTranslations('stock')
  const locale = useLocale()
  const { availability, maxPerBuyer } = situation
  const [wanted, setCount] = useState(2)
  const [tierId, setTier] = useState('')
  // What was said is true of one choice; when that changes it is taken back.
  const [said, say] = useState({ text: '', of: '' })
  const count = Math.min(wanted, maxPerBuyer)

  function pick() {
    const wish = { count, tierId: tierId || undefined }
    const seats = bestTogether(hall, availability, wish)
    if (seats) {
      take({ type: 'choose-seats', seatIds: seats.map(({ id }) => id) })
      const labels = new Intl.ListFormat(locale).format(seats.map(({ label }) => label))
      const text = t(count === 1 ? 'pickedOne' : 'picked', { seats: labels })
      return say({ text, of: seats.map(({ id }) => id).join() })
    }
    const left = mostTogether(hall, availability, wish)
    say({ text: left === 0 ? t('none', { count }) : t('less', { count, left }), of: chosen.join() })
  }

  return (
    <fieldset className={styles.together}>
      <legend>{t('title')}</legend>
      <div className={styles.stepper}>
        <StepButton icon="minus" label={t('fewer')} onPress={count > 1 ? () => setCount(count - 1) : null} />
        <output aria-label={t('count')} data-testid="together-count">
          {count}
        </output>
        <StepButton
          icon="plus"
          label={t('more')}
          onPress={count < maxPerBuyer ? () => setCount(count + 1) : null}
          why={limitId}
        />
      </div>
      {availability.tiers.length > 1 && (
        <select aria-label={t('tier')} value={tierId} onChange={(event) => setTier(event.target.value)}>
          <option value="">{t('anyTier')}</option>
          {availability.tiers.map((tier) => (
            <option key={tier.id} value={tier.id} disabled={tier.available === 0}>
              {listed([
                tier.name,
                formatShortMoney(tier.price, locale),
                ...(tier.available === 0 ? [stock('sold_out')] : []),
              ])}
            </option>
          ))}
        </select>
      )}
      <Button kind="quiet" onClick={pick}>
        {t('pick')}
      </Button>
      <p role="status" className={styles.said}>
        {said.of === chosen.join() ? said.text : ''}
      </p>
    </fieldset>
  )
}
