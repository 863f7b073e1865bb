'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { Hall } from './hall.ts'
import { panned, type ViewBox, wholeHall, zoomed } from './view-box.ts'

/** A finger that moved less than this meant to tap. */
const TAP_SLOP_PX = 8

interface Gesture {
  readonly pointers: Map<number, { x: number; y: number }>
  moved: boolean
}

/** Which part of the hall is on screen, moved by fingers, mouse and wheel. */
export function useView(svg: RefObject<SVGSVGElement | null>, hall: Hall) {
  const [view, setView] = useState<ViewBox>(() => wholeHall(hall))
  const [gesture] = useState<Gesture>(() => ({ pointers: new Map(), moved: false }))

  useEffect(() => {
    const element = svg.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      setView((now) => zoomed(now, hall, Math.exp(-event.deltaY / 240), placeOf(element, now, event)))
    }
    // React's own wheel listeners are passive and could not keep the page from zooming instead.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [svg, hall])

  const handlers = {
    onPointerDown(event: React.PointerEvent<SVGSVGElement>) {
      if (gesture.pointers.size === 0) gesture.moved = false
      gesture.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    },
    onPointerMove(event: React.PointerEvent<SVGSVGElement>) {
      const before = gesture.pointers.get(event.pointerId)
      if (!before) return
      const after = { x: event.clientX, y: event.clientY }
      if (!gesture.moved && Math.hypot(after.x - before.x, after.y - before.y) < TAP_SLOP_PX) return
      gesture.moved = true
      const element = event.currentTarget
      const others = [...gesture.pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
      setView((now) => dragged(element, now, hall, before, after, others[0]))
      gesture.pointers.set(event.pointerId, after)
    },
    onPointerUp(event: React.PointerEvent<SVGSVGElement>) {
      gesture.pointers.delete(event.pointerId)
    },
    onPointerCancel(event: React.PointerEvent<SVGSVGElement>) {
      gesture.pointers.delete(event.pointerId)
    },
    onPointerLeave(event: React.PointerEvent<SVGSVGElement>) {
      gesture.pointers.delete(event.pointerId)
    },
  }
  /** Whether the click that comes now ends a drag and means nothing. */
  const wasDrag = () => gesture.moved
  return { view, setView, handlers, wasDrag }
}

type Point = { readonly x: number; readonly y: number }

/** One finger moves the hall; two move and scale it. */
function dragged(svg: SVGSVGElement, view: ViewBox, hall: Hall, before: Point, after: Point, other?: Point): ViewBox {
  const unit = view.width / svg.clientWidth
  if (!other) return panned(view, hall, (before.x - after.x) * unit, (before.y - after.y) * unit)
  const spread = (point: Point) => Math.hypot(point.x - other.x, point.y - other.y)
  const factor = spread(after) / Math.max(1, spread(before))
  const middle = { clientX: (after.x + other.x) / 2, clientY: (after.y + other.y) / 2 }
  return zoomed(view, hall, factor, placeOf(svg, view, middle))
}

/** A point on screen as a place in the hall. */
export function placeOf(
  svg: SVGSVGElement,
  view: ViewBox,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Point {
  const box = svg.getBoundingClientRect()
  return {
    x: view.x + ((clientX - box.left) / box.width) * view.width,
    y: view.y + ((clientY - box.top) / box.height) * view.height,
  }
}
