'use client'

import { type FocusEvent, type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { Hall } from './hall.ts'
import { directionOf, neighbour } from './neighbour.ts'
import { inside, placeAt, placedIn } from './placement.ts'
import { revealing, type ViewBox, zoomed } from './view-box.ts'

/** A finger needs this many pixels; smaller seats come closer at the first tap and are chosen at the second. */
const TOUCH_TARGET_PX = 22
const TAP_ZOOM = 2.6

interface Map {
  readonly view: ViewBox
  readonly setView: (next: (now: ViewBox) => ViewBox) => void
  /** Whether the click that comes now ends a drag and means nothing. */
  readonly wasDrag: () => boolean
  readonly onToggle: (seatId: string) => void
}

/** Clicks, taps and keys on the whole map, told apart by the seat they hit. `entry` is the seat in the tab order. */
export function useSeatActions(hall: Hall, { view, setView, wasDrag, onToggle }: Map) {
  const [entry, setEntry] = useState(() => firstSeat(hall))

  function onClick(event: MouseEvent<SVGSVGElement>) {
    if (wasDrag()) return
    const byTouch = (event.nativeEvent as PointerEvent).pointerType === 'touch'
    const box = event.currentTarget.getBoundingClientRect()
    if (byTouch && placedIn(box, view).scale < TOUCH_TARGET_PX)
      return setView((now) => zoomed(now, hall, TAP_ZOOM, placeAt(inside(box, event), now, box)))
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

  /** The tab key comes back to a seat wherever the hall has been moved to since; a mouse is where it wants to be. */
  function onFocus({ target }: FocusEvent<SVGSVGElement>) {
    const seat = hall.seats.get(seatIdOf(target) ?? '')
    if (!seat || !target.matches(':focus-visible') || revealing(view, hall, seat) === view) return
    setView((now) => revealing(now, hall, seat))
    requestAnimationFrame(() => target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' }))
  }

  return { entry, onClick, onKeyDown, onFocus }
}

const firstSeat = (hall: Hall): string => hall.sections[0]?.rows[0]?.seats[0]?.id ?? ''

const seatIdOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<SVGRectElement>('[data-seat-id]')?.dataset.seatId ?? null) : null
