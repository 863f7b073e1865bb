'use client'

import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { Hall } from './hall.ts'
import { Motion, type Move } from './motion.ts'
import { inside, placeAt, placedIn } from './placement.ts'
import { type Point, panned, type ViewBox, wholeHall, zoomed } from './view-box.ts'

/** A finger that moved less than this meant to tap. */
const TAP_SLOP_PX = 8
/** A wheel that is silent for so long has come to rest: a mouse's steps are up to a tenth of a second apart. */
const WHEEL_REST_MS = 150

interface Parts {
  readonly window: RefObject<HTMLElement | null>
  readonly picture: RefObject<HTMLElement | null>
}

/** Which part of the hall is on screen, moved by fingers, mouse and wheel. */
export function useView({ window, picture }: Parts, hall: Hall) {
  const [view, drawView] = useState<ViewBox>(() => wholeHall(hall))
  const [motion] = useState(() => new Motion(view))
  const [gesture] = useState(() => ({ pointers: new Map<number, Point>(), moved: false }))

  useLayoutEffect(() => {
    if (picture.current) motion.rest(view, picture.current)
  }, [motion, picture, view])

  useEffect(() => {
    const element = window.current
    if (!element) return
    let resting: ReturnType<typeof setTimeout> | undefined
    const onWheel = (event: WheelEvent) => {
      if (!picture.current || (!event.ctrlKey && !event.metaKey)) return
      event.preventDefault()
      const nearer: Move = (now, box) =>
        zoomed(now, hall, Math.exp(-event.deltaY / 240), placeAt(inside(box, event), now, box))
      motion.move(nearer, { window: element, picture: picture.current })
      clearTimeout(resting)
      resting = setTimeout(() => drawView(motion.view), WHEEL_REST_MS)
    }
    // React's own wheel listeners are passive and could not keep the page from zooming instead.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('wheel', onWheel)
      clearTimeout(resting)
    }
  }, [window, picture, motion, hall])

  function onLift({ pointerId }: PointerEvent) {
    gesture.pointers.delete(pointerId)
    if (gesture.pointers.size === 0) drawView(motion.view)
  }
  const handlers = {
    onPointerDown(event: PointerEvent) {
      if (gesture.pointers.size === 0) gesture.moved = false
      gesture.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const before = gesture.pointers.get(event.pointerId)
      if (!before || !picture.current) return
      const after = { x: event.clientX, y: event.clientY }
      if (!gesture.moved && Math.hypot(after.x - before.x, after.y - before.y) < TAP_SLOP_PX) return
      gesture.moved = true
      const other = [...gesture.pointers].find(([id]) => id !== event.pointerId)?.[1]
      motion.move(dragged(hall, { before, after, other }), { window: event.currentTarget, picture: picture.current })
      gesture.pointers.set(event.pointerId, after)
    },
    onPointerUp: onLift,
    onPointerCancel: onLift,
    onPointerLeave: onLift,
  }
  /** Draws another part of the hall, seen from what is on screen. */
  const setView = (next: (now: ViewBox) => ViewBox) => drawView(next(motion.view))
  /** Whether the click that comes now ends a drag and means nothing. */
  const wasDrag = () => gesture.moved
  return { view, setView, handlers, wasDrag }
}

interface Step {
  readonly before: Point
  readonly after: Point
  /** The second finger. */
  readonly other: Point | undefined
}

/** One finger moves the hall; two move and scale it. */
function dragged(hall: Hall, { before, after, other }: Step): Move {
  return (view, box) => {
    const { scale } = placedIn(box, view)
    if (!other) return panned(view, hall, (before.x - after.x) / scale, (before.y - after.y) / scale)
    const spread = (point: Point) => Math.hypot(point.x - other.x, point.y - other.y)
    const factor = spread(after) / Math.max(1, spread(before))
    const middle = { clientX: (after.x + other.x) / 2, clientY: (after.y + other.y) / 2 }
    return zoomed(view, hall, factor, placeAt(inside(box, middle), view, box))
  }
}
