import { memo } from 'react'
import type { HallSeat } from './hall.ts'
import { fillOf, signOf } from './price-group.ts'
import { isChoosable, type SeatFacts, type SeatState } from './seat-facts.ts'
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
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: an input cannot stand in a drawing */}
      <rect
        {...shapeOf(fact, { x, y })}
        id={`seat-${id}`}
        className={`${styles.shape} ${styles.seat}`}
        data-seat={label}
        data-seat-id={id}
        data-status={state}
        data-group={signOf(group).colour}
        role="checkbox"
        aria-checked={isTicked(state)}
        aria-disabled={!isChoosable(fact)}
        aria-label={name}
        tabIndex={inTabOrder ? 0 : -1}
      />
      {isTicked(state) && <Tick x={x} y={y} state={state} />}
    </>
  )
})

/** The drawing alone, around the origin, for the legend. */
export function SeatSign({ state, group }: Pick<SeatFacts, 'state' | 'group'>) {
  return (
    <>
      <rect {...shapeOf({ state, group }, { x: 0, y: 0 })} className={styles.shape} data-status={state} />
      {isTicked(state) && <Tick x={0} y={0} state={state} />}
    </>
  )
}

/** What is ours, by choice or already reserved. */
const isTicked = (state: SeatState): boolean => state === 'chosen' || state === 'mine'

interface Place {
  readonly x: number
  readonly y: number
}

/** How wide a seat is drawn and how round its corners are; the distance to the next one is 1. */
const SIZES: Readonly<Record<SeatState, { readonly width: number; readonly rx: number }>> = {
  available: { width: 0.8, rx: 0.22 },
  held: { width: 0.68, rx: 0.18 },
  sold: { width: 0.34, rx: 0.17 },
  chosen: { width: 0.96, rx: 0.26 },
  mine: { width: 0.84, rx: 0.24 },
}

/**
 * A seat is one element at its own place. Moved there by a `transform`, each would be painted by itself, and two thousand
 * of them put together anew for every frame in which one changes.
 */
function shapeOf({ state, group }: Pick<SeatFacts, 'state' | 'group'>, { x, y }: Place) {
  const { width, rx } = SIZES[state]
  const pattern = state === 'available' ? fillOf(group) : undefined
  const corner = { x: round(x - width / 2), y: round(y - width / 2) }
  return { ...corner, width, height: width, rx, fill: pattern, 'data-pattern': pattern && '' }
}

function Tick({ x, y, state }: Place & Pick<SeatFacts, 'state'>) {
  const points = [`${round(x - 0.2)} ${round(y + 0.02)}`, `${round(x - 0.06)} ${round(y + 0.18)}`]
  const path = `M${points.join(' ')} ${round(x + 0.22)} ${round(y - 0.16)}`
  return <path className={styles.tick} data-status={state} d={path} />
}

/** A hall's measures have two decimals, and their sums should not have seventeen. */
const round = (value: number): number => Math.round(value * 100) / 100
