'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { dayTowards } from './day-towards.ts'

/** Arrow keys go from day to day among those that have shows; Tab does too, and works without a script. */
export function CalendarKeys({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only leads the focus among links that work by themselves
    <div onKeyDown={moveFocus}>{children}</div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
  const from = event.target.dataset.day
  if (from === undefined) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-day]')]
  const backwards = getComputedStyle(event.currentTarget).direction === 'rtl'
  const to = dayTowards(
    links.map((link) => link.dataset.day ?? ''),
    from,
    backwards ? mirrored(event.key) : event.key,
  )
  if (to === null) return
  event.preventDefault()
  links.find((link) => link.dataset.day === to)?.focus()
}

const mirrored = (key: string) => ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' })[key] ?? key
