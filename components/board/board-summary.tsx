import { useLocale, useTranslations } from 'use-intl/react'
import type { Board } from '#contracts/board.ts'
import { formatMoney } from '#lib/format/money.ts'
import styles from './live-board.module.css'

interface Props {
  readonly board: Board
  /** Null when nobody has counted lately. */
  readonly viewers: number | null
}

/** The four figures that people come for. */
export function BoardSummary({ board: { sold, givenBackToday, takingsToday, behind }, viewers }: Props) {
  const t = useTranslations('board')
  const locale = useLocale()
  const takings = takingsToday.map((money) => formatMoney(money, locale)).join(' + ')
  const figures = [
    ['soldToday', sold.today.toLocaleString(locale)],
    ['perMinute', sold.lastMinute.toLocaleString(locale)],
    ['viewers', viewers?.toLocaleString(locale) ?? '–'],
    ['takings', takings === '' ? '–' : takings],
  ] as const
  return (
    <section className="panel" aria-label={t('summary')}>
      <dl className={styles.figures}>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd data-testid={`board-${name}`}>{figure}</dd>
          </div>
        ))}
      </dl>
      {sold.today === 0 && <p className="note">{t(behind ? 'noneSoFar' : 'noSale')}</p>}
      {givenBackToday > 0 && <p className="muted">{t('givenBack', { count: givenBackToday })}</p>}
    </section>
  )
}
