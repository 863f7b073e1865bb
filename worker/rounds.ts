import type { Log } from '#platform/log.ts'
import { nowAndThen } from '#platform/now-and-then.ts'
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

/** Work of a round that goes from reseller to reseller. */
export interface ResellerWork<T> {
  readonly resellerIds: readonly string[]
  readonly stopped: () => boolean
  readonly log: Log
  /** What it means when it fails for one, in a line of the log. */
  readonly failure: string
  work(resellerId: string): Promise<T>
}

export interface ResellersDone<T> {
  /** What the work answered, of all for whom it did not fail. */
  readonly done: readonly T[]
  readonly failed: number
}

/** One for all rounds: a failure is named with its kind and its reseller. */
const tellNowAndThen = nowAndThen()
const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)

/**
 * Works for one reseller after the other until stopped. What fails for one is told in the log and keeps nobody after it: they
 * mostly come in the same order, so those behind a lasting failure would wait for ever.
 */
export async function forEachReseller<T>(options: ResellerWork<T>): Promise<ResellersDone<T>> {
  const { resellerIds, stopped, log, failure, work } = options
  const done: T[] = []
  let failed = 0
  for (const resellerId of resellerIds) {
    if (stopped()) break
    try {
      done.push(await work(resellerId))
    } catch (error) {
      failed += 1
      tellNowAndThen(`${failure} ${resellerId} ${nameOf(error)}`, () => log.warn({ err: error, resellerId }, failure))
    }
  }
  return { done, failed }
}

class RoundFailed extends Error {
  override readonly name = 'RoundFailed'
}

/**
 * What was done. A round that failed for everybody has not ended well; one that failed for some has, since the others must
 * neither wait for them nor look as if nobody were served.
 * @throws RoundFailed
 */
export function unlessAllFailed<T>({ done, failed }: ResellersDone<T>): readonly T[] {
  if (failed > 0 && done.length === 0) throw new RoundFailed(`it failed for all of ${failed} resellers`)
  return done
}

/**
 * Whether to go on at once: the page of resellers was full, so others may wait behind it, and something was done, so that
 * the next page is another one. Or somebody's own page was full. `done` is how much was done for each of them.
 * @param atATime how much is done for one reseller at most
 * @throws RoundFailed
 */
export function isMoreDue(worked: ResellersDone<number>, page: number, atATime = Number.POSITIVE_INFINITY): boolean {
  const done = unlessAllFailed(worked)
  return done.some((much) => much >= atATime) || (done.length + worked.failed >= page && done.some((much) => much > 0))
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
        tellNowAndThen(`${name} ${nameOf(error)}`, () =>
          log.warn({ err: error, name }, 'a round failed; the next one tries again'),
        )
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
