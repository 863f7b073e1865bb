'use client'

import { type KeyboardEvent, type MouseEvent, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Hall } from './hall.ts'
import { MapControls } from './map-controls.tsx'
import { directionOf, neighbour } from './neighbour.ts'
import type { SeatFacts } from './seat-facts.ts'
import { SeatLayer } from './seat-layer.tsx'
import styles from './seat-map.module.css'
import { placeOf, useView } from './use-view.ts'
import { isWhole, revealing, wholeHall, zoomed } from './view-box.ts'

/** A finger needs this many pixels; smaller seats come closer at the first tap and are chosen at the second. */
const TOUCH_TARGET_PX = 22
const STEP = 1.7
const TAP_ZOOM = 2.6

interface Props {
  readonly hall: Hall
  readonly facts: ReadonlyMap<string, SeatFacts>
  readonly onToggle: (seatId: string) => void
}

/** The hall as a drawing: seats are chosen with a click, a finger or the keyboard. */
export function SeatMap({ hall, facts, onToggle }: Props) {
  const t = useTranslations('seats')
  const svg = useRef<SVGSVGElement>(null)
  const { view, setView, handlers, wasDrag } = useView(svg, hall)
  const [entry, setEntry] = useState(() => firstSeat(hall))
  const drawn = useDrawn(hall)

  function onClick(event: MouseEvent<SVGSVGElement>) {
    if (wasDrag()) return
    const element = event.currentTarget
    const byTouch = (event.nativeEvent as PointerEvent).pointerType === 'touch'
    if (byTouch && element.clientWidth / view.width < TOUCH_TARGET_PX)
      return setView(zoomed(view, hall, TAP_ZOOM, placeOf(element, view, event)))
    const id = seatIdOf(event.target)
    if (id === null) return
    setEntry(id)
    onToggle(id)
  }

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>) {
    const seat = hall.seats.get(seatIdOf(event.target) ?? '')
    if (!seat) return
    const direction = directionOf(event.key)
    if (!direction && event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    if (!direction) return onToggle(seat.id)
    const next = neighbour(hall, seat, direction)
    setEntry(next.id)
    setView((now) => revealing(now, hall, next))
    document.getElementById(`seat-${next.id}`)?.focus({ preventScroll: true })
  }

  return (
    <div className={styles.map}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing */}
      <svg
        ref={svg}
        className={styles.drawing}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        data-zoomed={!isWhole(view, hall) || undefined}
        role="group"
        aria-label={t('map')}
        onClick={onClick}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <Stage hall={hall} />
        {drawn && <SeatLayer hall={hall} facts={facts} entry={entry} />}
      </svg>
      <MapControls
        canGoFurther={!isWhole(view, hall)}
        onCloser={() => setView((now) => zoomed(now, hall, STEP))}
        onFurther={() => setView((now) => zoomed(now, hall, 1 / STEP))}
        onWhole={() => setView(wholeHall(hall))}
      />
    </div>
  )
}

function Stage({ hall: { stage } }: { readonly hall: Hall }) {
  const t = useTranslations('seats')
  if (!stage) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a drawing cannot be focused
    <g aria-hidden="true" className={styles.stage}>
      <path d={stagePath(stage)} />
      <text
        x={stage.x + stage.width / 2}
        y={stage.y + stage.height / 2}
        dy="0.35em"
        fontSize={Math.min(stage.height * 0.32, stage.width * 0.12)}
      >
        {stage.label || t('stage')}
      </text>
    </g>
  )
}

/** A stage with its apron curving towards the hall. */
function stagePath({ x, y, width, height }: NonNullable<Hall['stage']>): string {
  const apron = Math.min(height * 0.35, 1)
  return `M${x} ${y}h${width}v${height - apron}q${-width / 2} ${2 * apron} ${-width} 0z`
}

/**
 * Seats of a large hall are drawn by the browser: in the page they would weigh a megabyte, twice, and nobody can choose
 * one before the browser has taken over anyway.
 */
const SENT_DRAWN_SEATS = 500

const useDrawn = (hall: Hall): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => hall.seats.size <= SENT_DRAWN_SEATS,
  )

const firstSeat = (hall: Hall): string => hall.sections[0]?.rows[0]?.seats[0]?.id ?? ''

const seatIdOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<SVGGElement>('[data-seat-id]')?.dataset.seatId ?? null) : null
