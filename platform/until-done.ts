import type { Log } from './log.ts'

/** What failed is tried again after 100 ms, doubling up to this: short enough to recover within the promised 15 s. */
const RETRY_CAP_MS = 2_000

/**
 * Tries until it works, or until nobody wants it any more.
 * @param failure what it means when it fails, in a line of the log
 * @returns whether it worked
 */
export async function untilDone(
  wanted: () => boolean,
  log: Log,
  attempt: () => Promise<void>,
  failure = 'a batch failed and is tried again',
): Promise<boolean> {
  for (let waitMs = 100; wanted(); waitMs = Math.min(waitMs * 2, RETRY_CAP_MS)) {
    try {
      await attempt()
      return true
    } catch (error) {
      log.error({ err: error, retryInMs: waitMs }, failure)
      await new Promise((wake) => setTimeout(wake, waitMs))
    }
  }
  return false
}
