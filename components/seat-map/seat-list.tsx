'use client'

import { memo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useOpened } from '#components/ui/use-opened.ts'
import type { Hall, HallSeat, Row, Section } from './hall.ts'
import { areSameFacts, isChoosable, type SeatFacts } from './seat-facts.ts'
import styles from './seat-list.module.css'

interface Props {
  readonly hall: Hall
  readonly facts: ReadonlyMap<string, SeatFacts>
  readonly onToggle: (seatId: string) => void
  /** While nothing can be chosen. */
  readonly locked: boolean
}

/** The same hall as plain checkboxes, row by row, for whoever prefers reading to pointing. */
export function SeatList({ hall, ...rest }: Props) {
  return (
    <div className={styles.list}>
      {hall.sections.map((section) => (
        <section key={section.id} aria-label={section.name || undefined}>
          {section.name && <h3 className={styles.section}>{section.name}</h3>}
          <ListedRows {...rest} section={section} />
        </section>
      ))}
    </div>
  )
}

function ListedRows({ section, ...rest }: Omit<Props, 'hall'> & { readonly section: Section }) {
  return section.rows.map((row) => <ListedRow key={row.name} row={row} {...rest} />)
}

interface RowProps extends Omit<Props, 'hall'> {
  readonly row: Row
}

const isSameRow = (before: RowProps, after: RowProps): boolean =>
  before.row === after.row &&
  before.onToggle === after.onToggle &&
  before.locked === after.locked &&
  areSameFacts(after.row.seats, before.facts, after.facts)

/** Closed rows draw nothing: two thousand checkboxes at once help nobody. */
const ListedRow = memo(function ListedRow({ row, facts, onToggle, locked }: RowProps) {
  const t = useTranslations('seats')
  const { open, ...details } = useOpened()
  const choosable = row.seats.filter(({ id }) => isChoosable(facts.get(id)))
  const listed = useListed(row, facts)
  return (
    <details className={styles.row} {...details}>
      <summary>
        <span>{t('row', { row: row.name })}</span>
        <span className={styles.count}>{t('freeInRow', { count: choosable.length })}</span>
      </summary>
      {open && (
        <ul className={styles.seats}>
          {listed.map((seat) => (
            <li key={seat.id}>
              <ListedSeat seat={seat} fact={facts.get(seat.id)} onToggle={onToggle} locked={locked} />
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}, isSameRow)

/** A seat that others took keeps its place, and the focus if it has it; it only cannot be chosen any more. */
function ListedSeat({
  seat,
  fact,
  onToggle,
  locked,
}: Pick<Props, 'onToggle' | 'locked'> & { readonly seat: HallSeat; readonly fact: SeatFacts | undefined }) {
  const mine = fact?.state === 'mine'
  const gone = !isChoosable(fact) && !mine
  const fixed = gone || mine || locked
  return (
    <label data-gone={gone || undefined} data-mine={mine || undefined}>
      <input
        type="checkbox"
        checked={mine || fact?.state === 'chosen'}
        aria-disabled={fixed || undefined}
        onChange={() => fixed || onToggle(seat.id)}
        aria-label={fact?.name}
      />
      {seat.number}
    </label>
  )
}

/**
 * What could be chosen, or was reserved for this browser, at any time since the row is on screen: nothing vanishes from under
 * somebody's finger.
 */
function useListed(row: Row, facts: Props['facts']): HallSeat[] {
  const offered = row.seats.filter(({ id }) => isChoosable(facts.get(id)) || facts.get(id)?.state === 'mine')
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set(offered.map(({ id }) => id)))
  const fresh = offered.filter(({ id }) => !seen.has(id))
  if (fresh.length > 0) setSeen(new Set([...seen, ...fresh.map(({ id }) => id)]))
  return row.seats.filter(({ id }) => seen.has(id))
}
