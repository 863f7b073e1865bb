'use client'

import { type ReactNode, useId } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/button.tsx'
import { held } from '#components/ui/held.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import { formatMoney } from '#lib/format/money.ts'
import { type SelectedLine, selectedLines } from './selected-lines.ts'
import { type SelectionStep, ticketCount, totalOf } from './selection.ts'
import type { Selection, Situation } from './selection-state.ts'
import styles from './selection-summary.module.css'
import { useDockHeight } from './use-dock-height.ts'

interface Props {
  readonly selection: Selection
  readonly situation: Situation
  /** Null while what is chosen cannot be changed. */
  readonly take: ((step: SelectionStep) => void) | null
  readonly holding: boolean
  /** The storefront was asked and did not answer: the button asks again for the same. */
  readonly unanswered: boolean
  readonly onContinue: () => void
  readonly notice: string
  /** What went wrong or could be better, above the way on. */
  readonly children?: ReactNode
}

/** What is chosen and what it costs in the end; from here it is reserved. */
export function SelectionSummary(props: Props) {
  const { selection, situation, take, holding, unanswered, onContinue, notice, children } = props
  const t = useTranslations('selection')
  const tickets = useTranslations('tickets')
  const locale = useLocale()
  const dock = useDockHeight()
  // Lines, offers and hints go with the press of their own buttons.
  const kept = useKeptFocus()
  const empty = useId()
  const count = ticketCount(selection)
  const currency = situation.availability.tiers[0]?.price.currency ?? 'EUR'
  return (
    <section className={styles.summary} aria-label={t('title')} {...kept}>
      <h3 className={styles.title}>{t('title')}</h3>
      {count === 0 && (
        <p id={empty} className={styles.empty}>
          {t(situation.hall ? 'emptySeats' : 'emptyTickets')}
        </p>
      )}
      <ul>
        {selectedLines(selection, situation).map((line) => (
          <Line key={line.id} line={line} take={take} />
        ))}
      </ul>
      <div ref={dock} className={styles.dock}>
        <div className={styles.notices}>
          {children}
          <p className={styles.limit} role="status">
            {selection.atLimit ? tickets('limitReached', { count: situation.maxPerBuyer }) : ''}
          </p>
        </div>
        <div className={styles.foot} data-total-bar={count > 0 || undefined}>
          <p className={styles.total}>
            <span>
              {t('total')} <small>{t('count', { count })}</small>
            </span>
            <strong data-testid="selection-total">
              {formatMoney({ amount: totalOf(selection, situation), currency }, locale)}
            </strong>
            <small>{t('totalNote')}</small>
          </p>
          <Button
            size="large"
            wide
            off={count === 0}
            busy={holding}
            onClick={onContinue}
            aria-describedby={count === 0 ? empty : undefined}
          >
            {t(holding ? 'holding' : unanswered ? 'tryAgain' : 'continue')}
          </Button>
        </div>
      </div>
      <p className={styles.notice}>{notice}</p>
    </section>
  )
}

function Line({ line, take }: { readonly line: SelectedLine; readonly take: Props['take'] }) {
  const t = useTranslations('selection')
  const locale = useLocale()
  return (
    <li className={styles.line}>
      <span>
        <strong>{line.label}</strong> {line.detail}
      </span>
      <span className="tabular">{formatMoney(line.price, locale)}</span>
      <button
        type="button"
        className={styles.remove}
        onClick={() => take?.(line.removal)}
        aria-label={t('remove', { label: `${line.label} ${line.detail}`.trim() })}
        {...held(take === null)}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
