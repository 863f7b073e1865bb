import { useLocale, useTranslations } from 'use-intl/react'
import type { Board, BoardShow } from '#contracts/board.ts'
import { formatMoment } from '#lib/format/date.ts'
import { isolated } from '#lib/text/isolated.ts'
import { type HeardLeft, leftNow } from './left.ts'
import styles from './show-table.module.css'
import { type ViewerWatch, viewersOf } from './viewer-watch.ts'

interface Props {
  readonly board: Board
  readonly watch: ViewerWatch
  readonly heard: ReadonlyMap<string, HeardLeft>
}

const COLUMNS = ['looking', 'minuteColumn', 'hourColumn', 'today', 'left'] as const

/** Show by show. On a phone each is a block with its figures side by side; roles keep it a table there. */
export function ShowTable({ board: { shows, soldElsewhere }, watch, heard }: Props) {
  const t = useTranslations('board')
  return (
    <section className="panel" aria-labelledby="board-shows">
      <h2 id="board-shows">{t('shows')}</h2>
      {shows === null && (
        <p className="note warn" role="status">
          {t('coreAway')}
        </p>
      )}
      {shows?.length === 0 && <p>{t('noShows')}</p>}
      {shows !== null && shows.length > 0 && (
        <>
          {/* biome-ignore-start lint/a11y/noRedundantRoles: on a phone the styles take the built-in roles away */}
          <table className={styles.table} role="table" aria-labelledby="board-shows">
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">
                  {t('show')}
                </th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" role="columnheader">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {shows.map((show) => (
                <Row
                  key={show.id}
                  show={show}
                  viewers={viewersOf(watch, show.id)}
                  left={leftNow(show.left, heard.get(show.id))}
                />
              ))}
            </tbody>
          </table>
          {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
          <p className="muted">{t('showsHint')}</p>
        </>
      )}
      {soldElsewhere > 0 && <p className="muted">{t('elsewhere', { count: soldElsewhere })}</p>}
    </section>
  )
}

interface RowProps {
  readonly show: BoardShow
  readonly viewers: number | null
  readonly left: number | null
}

function Row({ show, viewers, left }: RowProps) {
  const t = useTranslations('board')
  const locale = useLocale()
  const { lastMinute, lastHour, today } = show.sold
  const figures = [viewers, lastMinute, lastHour, today, left]
  /* biome-ignore-start lint/a11y/noRedundantRoles: as above */
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`/shows/${encodeURIComponent(show.id)}`} lang={show.language}>
          {isolated(show.title)}
        </a>
        <span className={styles.when}>{formatMoment(show.startsAt, { locale, timeZone: show.timeZone })}</span>
      </th>
      {COLUMNS.map((column, at) => {
        const figure = figures[at] ?? null
        return (
          <td key={column} role="cell" data-label={t(column)} data-zero={figure === 0 || figure === null || undefined}>
            {figure === null ? <span title={t('notCounted')}>–</span> : figure.toLocaleString(locale)}
          </td>
        )
      })}
    </tr>
  )
  /* biome-ignore-end lint/a11y/noRedundantRoles: as above */
}
