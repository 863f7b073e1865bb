import { NotSentError } from './not-sent-error.ts'
import { isRefusal, isRetryable } from './problem-error.ts'
import { MAX_RETRIES, retryDelay } from './retrying.ts'

/** What trying again depends on besides the answers. */
export interface World {
  /** Whether the browser believes that it has no network. It may be wrong. */
  isOffline(): boolean
  /** Begins to look whether the page is out of sight at any moment. */
  watchHidden(): { wasHidden(): boolean; stop(): void }
  /** Milliseconds of a clock that goes on while the machine sleeps. */
  nowMs(): number
  sleep(ms: number): Promise<void>
}

/** Without a network a call fails within a frame or two; what took longer may have been sent. */
const AT_ONCE_MS = 300
/** Three calls of ten seconds and the pauses between them. Whoever comes back later has slept, or their machine has. */
const PATIENCE_MS = 40_000

/**
 * Asks for a change, again while that may help. Nobody wants it done behind their back an hour later: it is given up on when
 * the page was out of sight, or asleep, instead of waiting until it is seen again. What may have arrived once is not called unsent, nor
 * refused by an answer that looks only at this try.
 * @param mayHaveArrived whether it was asked for before without a definite answer
 * @throws NotSentError, or whatever `ask` throws
 */
export async function patiently<T>(ask: () => Promise<T>, mayHaveArrived: boolean, world: World = BROWSER): Promise<T> {
  const sight = world.watchHidden()
  const sinceMs = world.nowMs()
  const isLate = () => sight.wasHidden() || world.nowMs() - sinceMs > PATIENCE_MS
  let unanswered: { readonly error: unknown } | null = null
  try {
    for (let failures = 0; ; failures += 1) {
      const isOffline = world.isOffline()
      const askedAtMs = world.nowMs()
      try {
        return await ask()
      } catch (error) {
        if (!isRetryable(error)) throw unanswered && !isRefusal(error) ? unanswered.error : error
        const atOnce = error instanceof TypeError && world.nowMs() - askedAtMs < AT_ONCE_MS
        const isUnsent = isOffline && atOnce && world.isOffline()
        if (isUnsent && !mayHaveArrived && unanswered === null) throw new NotSentError(error)
        if (!isUnsent) unanswered = { error }
        if (failures >= MAX_RETRIES || isLate()) throw error
        await world.sleep(retryDelay(failures))
        if (isLate()) throw error
      }
    }
  } finally {
    sight.stop()
  }
}

const BROWSER: World = {
  isOffline: () => navigator.onLine === false,
  watchHidden() {
    const isHidden = () => document.visibilityState === 'hidden'
    let hidden = isHidden()
    const look = () => {
      hidden ||= isHidden()
    }
    document.addEventListener('visibilitychange', look)
    return { wasHidden: () => hidden, stop: () => document.removeEventListener('visibilitychange', look) }
  },
  nowMs: () => Date.now(),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
}
