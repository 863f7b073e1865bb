import { useTranslations } from 'use-intl/react'
import { useOpened } from '#components/ui/use-opened.ts'
import { formatTime } from '#lib/format/date.ts'
import styles from './minute-chart.module.css'
import type { Minutes } from './minutes.ts'

const MINUTE_MS = 60_000

/** The minutes of a chart, the newest first; made when somebody opens it. */
export function MinuteTable({ title, unit, values, firstMs, place }: Minutes) {
  const t = useTranslations('board')
  const { open, ...details } = useOpened()
  return (
    <details {...details}>
      <summary>{t('asTable')}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it
        <section className={styles.table} aria-label={title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('minute')}</th>
                <th scope="col">{unit}</th>
              </tr>
            </thead>
            <tbody>
              {values
                .map((value, at) => ({ value, ms: firstMs + at * MINUTE_MS, running: at === values.length - 1 }))
                .toReversed()
                .map(({ value, ms, running }) => (
                  <tr key={ms}>
                    <th scope="row">
                      {formatTime(new Date(ms).toISOString(), place)} {running && t('soFar')}
                    </th>
                    <td>{value === null ? t('notCounted') : value.toLocaleString(place.locale)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  )
}
