import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { formatTime } from '#lib/format/date.ts'
import { CHART_HEIGHT, heightOf, MINUTE_WIDTH, scaleTop, stepLine } from './chart-scale.ts'
import styles from './minute-chart.module.css'
import { MinuteTable } from './minute-table.tsx'
import type { Minutes } from './minutes.ts'

interface Props extends Minutes {
  /** Bars are things that happened in a minute, steps how many were there. */
  readonly form: 'bars' | 'steps'
  readonly hint?: string
  /** Said instead of a chart in which nothing is. */
  readonly empty: string
}

const MINUTE_MS = 60_000
/** A quarter of an hour. */
const LABEL_MINUTES = 15

/** The last hour, minute by minute; the same as a table for whoever does not see it, or wants to know exactly. */
export function MinuteChart(chart: Props) {
  const { form, title, hint, empty, values, firstMs, place } = chart
  const t = useTranslations('board')
  const id = useId()
  const top = scaleTop(values)
  const known = values.filter((value) => value !== null)
  const most = Math.max(0, ...known)
  const total = known.reduce((sum, value) => sum + value, 0)
  const says =
    form === 'bars'
      ? t('barsSay', { count: total, number: most, left: values.at(-1) ?? 0 })
      : t('stepsSay', { number: most })
  const nothing = form === 'bars' ? total === 0 : known.length === 0
  return (
    <section className="panel" aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <p className="muted">{nothing ? empty : says}</p>
      </div>
      {/* Time goes this way in charts, whatever the language. */}
      <div className={styles.chart} dir="ltr" aria-hidden="true">
        <ol className={styles.scale}>
          {[top, top / 2, 0].map((value) => (
            <li key={value}>{value.toLocaleString(place.locale)}</li>
          ))}
        </ol>
        <svg
          className={styles.plot}
          viewBox={`0 0 ${values.length * MINUTE_WIDTH} ${CHART_HEIGHT}`}
          preserveAspectRatio="none"
        >
          <title>{title}</title>
          <path className={styles.grid} d={gridLines(values.length)} />
          {form === 'bars' ? <Bars {...chart} top={top} /> : <Steps values={values} top={top} />}
        </svg>
        <ol className={styles.times}>
          {quarters(values.length).map((minute) => (
            <li key={minute}>{formatTime(new Date(firstMs + minute * MINUTE_MS).toISOString(), place)}</li>
          ))}
          <li className={styles.now}>{t('now')}</li>
        </ol>
      </div>
      {hint !== undefined && <p className="muted">{hint}</p>}
      <MinuteTable {...chart} />
    </section>
  )
}

/** Each belongs to its minute, and moves along with it. The running one is drawn as an outline: it is not over. */
function Bars({ values, firstMs, top }: Minutes & { readonly top: number }) {
  const last = values.length - 1
  const bars = values.map((value, at) => ({ at, ms: firstMs + at * MINUTE_MS, height: heightOf(value ?? 0, top) }))
  return bars.map(
    ({ at, ms, height }) =>
      height > 0 && (
        <rect
          key={ms}
          className={at === last ? `${styles.bar} ${styles.running}` : styles.bar}
          x={at * MINUTE_WIDTH + 1}
          y={CHART_HEIGHT - height}
          width={MINUTE_WIDTH - 2}
          height={height}
        />
      ),
  )
}

function Steps({ values, top }: { readonly values: Minutes['values']; readonly top: number }) {
  return (
    <>
      {values.map((value, at) =>
        value === null || value === 0 ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the chart, which always has the same number of them
            key={at}
            className={styles.under}
            x={at * MINUTE_WIDTH}
            y={CHART_HEIGHT - heightOf(value, top)}
            width={MINUTE_WIDTH}
            height={heightOf(value, top)}
          />
        ),
      )}
      <path className={styles.line} d={stepLine(values, top)} />
    </>
  )
}

const quarters = (minutes: number): number[] =>
  Array.from({ length: Math.ceil(minutes / LABEL_MINUTES) }, (_, at) => at * LABEL_MINUTES)

const gridLines = (minutes: number): string =>
  [0, CHART_HEIGHT / 2, CHART_HEIGHT].map((y) => `M0 ${y}H${minutes * MINUTE_WIDTH}`).join('') +
  quarters(minutes)
    .map((minute) => `M${minute * MINUTE_WIDTH} 0V${CHART_HEIGHT}`)
    .join('')
