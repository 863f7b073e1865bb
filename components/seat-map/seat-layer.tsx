import { memo } from 'react'
import type { Hall, Section } from './hall.ts'
import type { SeatFacts } from './seat-facts.ts'
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
      <RowNames section={section} />
      {section.rows.map((row) =>
        row.seats.map((seat) => {
          const fact = facts.get(seat.id)
          return (
            fact && (
              <SeatMark
                key={seat.id}
                id={seat.id}
                label={seat.label}
                x={seat.x}
                y={seat.y}
                state={fact.state}
                group={fact.group}
                name={fact.name}
                inTabOrder={seat.id === entry}
              />
            )
          )
        }),
      )}
    </g>
  ))
})

/** A letter left of each row. */
function RowNames({ section }: { readonly section: Section }) {
  return section.rows.map(({ name, seats: [first] }) => {
    if (!first || name.length > 3) return null
    return (
      // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a drawing's text cannot be focused
      <text key={name} className={styles.row} x={first.x - 0.95} y={first.y} dy="0.34em" aria-hidden="true">
        {name}
      </text>
    )
  })
}
