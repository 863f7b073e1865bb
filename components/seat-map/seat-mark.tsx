import { memo } from 'react'
import type { HallSeat } from './hall.ts'
import { fillOf } from './price-group.ts'
import type { SeatFacts, SeatState } from './seat-facts.ts'
import styles from './seat-mark.module.css'

interface Props {
  readonly seat: HallSeat
  readonly fact: SeatFacts
  /** Exactly one seat of a map takes part in the tab order. */
  readonly inTabOrder: boolean
}

/**
 * One seat of the map. Drawn again only when something about it changed: a hall has two thousand.
 * Clicks and keys are the map's business, so there is no handler per seat.
 */
export const SeatMark = memo(function SeatMark({ seat: { id, label, x, y }, fact, inTabOrder }: Props) {
  const { state, group, name } = fact
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input cannot stand in a drawing
    <g
      id={`seat-${id}`}
      className={styles.seat}
      data-seat={label}
      data-seat-id={id}
      data-status={state}
      data-group={group}
      transform={`translate(${x} ${y})`}
      role="checkbox"
      aria-checked={state === 'chosen'}
      aria-disabled={state === 'held' || state === 'sold'}
      aria-label={name}
      tabIndex={inTabOrder ? 0 : -1}
    >
      <SeatShape state={state} group={group} />
    </g>
  )
})

const BOX = { x: -0.4, y: -0.4, width: 0.8, height: 0.8, rx: 0.22 }
const SOLD_BOX = { x: -0.17, y: -0.17, width: 0.34, height: 0.34, rx: 0.17 }

/** The drawing alone, for the map and its legend. */
export function SeatShape({ state, group }: { readonly state: SeatState; readonly group: number }) {
  switch (state) {
    case 'available':
      return <rect className={styles.free} {...BOX} fill={fillOf(group)} data-pattern={fillOf(group) && ''} />
    case 'held':
      return <rect className={styles.held} x={-0.34} y={-0.34} width={0.68} height={0.68} rx={0.18} />
    case 'sold':
      return <rect className={styles.sold} {...SOLD_BOX} />
    case 'chosen':
      return (
        <>
          <rect className={styles.chosen} x={-0.48} y={-0.48} width={0.96} height={0.96} rx={0.26} />
          <path className={styles.tick} d="M-.2.02-.06.18.22-.16" />
        </>
      )
  }
}
