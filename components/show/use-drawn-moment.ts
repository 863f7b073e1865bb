'use client'

import { useDeferredValue } from 'react'
import type { Availability } from '#contracts/availability.ts'

/**
 * How many versions a drawing may be late: a second or two of a good evening. In a rush messages come as fast as a large hall is
 * drawn on a small phone, each for many versions, and a drawing that waits for a quiet moment would wait for the rush to end.
 */
const LATE_BY = 8

/**
 * The moment that seats are drawn of: changed by others, it follows between frames (decision 0116); by whoever chooses here,
 * and where it is far behind, at once.
 */
export function useDrawnMoment(newest: Availability, chosen: readonly string[]): Availability {
  const drawn = useDeferredValue(newest)
  const settled = useDeferredValue(chosen)
  return settled === chosen && newest.version - drawn.version <= LATE_BY ? drawn : newest
}
