import type { ServerClock } from './server-clock.ts'

/** The clock may have been set meanwhile, by a message or after sleep; a look a minute costs nothing. */
const LONGEST_WAIT_MS = 60_000

/**
 * Looks at once, and whenever what was seen may have changed.
 * @param look is told the time, and says when to look again at the latest, in milliseconds of the same clock
 * @returns how to stop
 */
export function watchMoments(clock: Pick<ServerClock, 'now'>, look: (nowMs: number) => number): () => void {
  let timer: ReturnType<typeof setTimeout>
  const again = () => {
    const nowMs = clock.now()
    timer = setTimeout(again, Math.min(LONGEST_WAIT_MS, look(nowMs) - nowMs))
  }
  again()
  return () => clearTimeout(timer)
}
