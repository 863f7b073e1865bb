import type { Delays } from '../delays.ts'

/** Steps of the picture: fine where most is, coarse where somebody had to come back first. */
const STEPS_MS = [0, 10, 20, 50, 100, 200, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000]

/** What share of all that was to be delivered was there within so many seconds: [seconds, percent]. */
export function shareWithin(delays: Delays, expected: number): [number, number][] {
  return STEPS_MS.map((stepMs) => {
    const within = delays.counts.slice(0, stepMs + 1).reduce((sum, count) => sum + count, 0)
    return [stepMs / 1_000, Math.floor((within / expected) * 10_000) / 100]
  })
}
