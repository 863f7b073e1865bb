/** Lets so many things happen a second, evenly; whoever asks sooner waits for their turn. */
export interface Pace {
  /** Milliseconds to wait before the next one may start; it is taken as started then. */
  next(nowMs: number): number
}

export function createPace(perSecond: number): Pace {
  const gapMs = 1_000 / perSecond
  let freeAtMs = Number.NEGATIVE_INFINITY
  return {
    next(nowMs) {
      const startMs = Math.max(nowMs, freeAtMs)
      freeAtMs = startMs + gapMs
      return startMs - nowMs
    },
  }
}
