import { memo } from 'react'
import type { Hall, Row } from './hall.ts'
import { areSameFacts, type SeatFacts } from './seat-facts.ts'
import styles from './seat-map.module.css'
import { SeatMark } from './seat-mark.tsx'

interface Props {
  readonly hall: Hall
  readonly facts: ReadonlyMap<string, SeatFacts>
  /** The seat that takes part in the tab order. */
  readonly entry: string
}

/** All seats. Moving and zooming does not come here: only the drawing's frame changes then. */
export const SeatLayer = memo(function SeatLayer({ hall, facts, entry }: Props) {
  return hall.sections.map((section) => (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a drawing's group does nothing
    <g key={section.id} role="group" aria-label={section.name || undefined}>
      {section.rows.map((row) => (
        <SeatRow key={row.name} row={row} facts={facts} entry={row.seats.some(({ id }) => id === entry) ? entry : ''} />
      ))}
    </g>
  ))
})

interface RowProps extends Omit<Props, 'hall'> {
  readonly row: Row
}

/** Drawn again only when a fact about one of its seats changed: a hall has a hundred rows. */
const SeatRow = memo(
  function SeatRow({ row, facts, entry }: RowProps) {
    return (
      <>
        <RowName row={row} />
        {row.seats.map((seat) => {
          const fact = facts.get(seat.id)
          return fact && <SeatMark key={seat.id} seat={seat} fact={fact} inTabOrder={seat.id === entry} />
        })}
      </>
    )
  },
  (before, after) =>
    before.row === after.row &&
    before.entry === after.entry &&
    areSameFacts(after.row.seats, before.facts, after.facts),
)

/** A letter left of the row. */
function RowName({ row: { name, seats } }: { readonly row: Row }) {
  const [first] = seats
  if (!first || name.length > 3) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a drawing's text cannot be focused
    <text className={styles.row} x={first.x - 0.95} y={first.y} dy="0.34em" aria-hidden="true">
      {name}
    </text>
  )
}
