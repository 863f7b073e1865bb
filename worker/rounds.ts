import type { Log } from '#platform/log.ts'
import { createBell } from './bell.ts'

/*
 * Work that is done in rounds: when somebody rings, and every now and then anyway, because a bell can be missed.
 */

export interface Rounds extends AsyncDisposable {
  /** Asks for a round now, or right after the one under way. */
  ring(): void
  /** Milliseconds since a round last ended well. */
  idleMs(): number
}

export interface RoundOptions {
  readonly name: string
  /** How long to wait for a bell. */
  readonly everyMs: number
  /** @returns whether there is more to do at once. It may throw: that is logged, and the next round tries again. */
  round(stopped: () => boolean): Promise<boolean>
  readonly log: Log
}

/** After a round that failed; short enough to be back within seconds of whatever was away. */
const PAUSE_MS = 1_000

export function startRounds({ name, everyMs, round, log }: RoundOptions): Rounds {
  const bell = createBell()
  let stopped = false
  let endedWellAt = performance.now()
  const running = (async () => {
    while (!stopped) {
      let more = false
      let waitMs = everyMs
      try {
        more = await round(() => stopped)
        endedWellAt = performance.now()
      } catch (error) {
        log.warn({ err: error, name }, 'a round failed; the next one tries again')
        waitMs = Math.min(PAUSE_MS, everyMs)
      }
      if (!more && !stopped) await bell.heard(waitMs)
    }
  })()
  return {
    ring: bell.ring,
    idleMs: () => performance.now() - endedWellAt,
    async [Symbol.asyncDispose]() {
      stopped = true
      bell.ring()
      await running
    },
  }
}
