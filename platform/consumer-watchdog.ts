import type { ConsumerTurns } from './consumer-turns.ts'
import type { Log } from './log.ts'

/*
 * Notices a consumer that hangs. kafkajs can stop consuming while the process lives, and a handler may wait for what never
 * comes; either way a new consumer is opened, which goes on after the last commit. A watchdog outlives the consumers that
 * it watches: each begins with nothing at hand.
 */

/** A piece that was handed over and is not committed yet. */
export interface PieceAtHand {
  readonly since: number
  /** Its handler has returned; what it left for later may go on. */
  handled: boolean
}

/**
 * After this long without a fetch the consumer is built anew. While a piece is being handled nothing is fetched, so that
 * time tells nothing and is not counted, see {@link HUNG_MS}.
 */
export const WATCHDOG_MS = 30_000
/**
 * A piece that is at hand for so long (three seconds for each of a hundred) is not slow any more: its handler may wait for
 * what never comes. A new consumer hands it over again. So it does with one that failed all the time, which does no harm.
 */
export const HUNG_MS = 300_000
/** A sixth of what a consumer has: one that hangs is noticed little later. */
const LOOK_MS = 5_000

export class ConsumerWatchdog {
  readonly #now: () => number
  /** When the broker last answered a fetch, or a piece of what it answered was done. */
  #heardAt = 0
  /** When a consumer was last opened: its first fetch has as long as any other. */
  #openedAt = 0
  /** Pieces of this turn, oldest first. */
  #atHand: ReadonlySet<PieceAtHand> = new Set()

  /**
   * @param now milliseconds by a clock that nobody sets: a watchdog must not sleep for the hour that a machine's time went
   *   back
   */
  constructor(now: () => number = () => Math.round(performance.now())) {
    this.#now = now
  }

  /** The broker answered, or a piece of its answer was done. */
  heard(): void {
    this.#heardAt = this.#now()
  }

  /** A consumer was opened, or is about to be. */
  opened(): void {
    this.#openedAt = this.#now()
  }

  /** Another consumer's turn begins. @returns where its pieces are put, and taken from when they are committed */
  begin(): Set<PieceAtHand> {
    const atHand = new Set<PieceAtHand>()
    this.#atHand = atHand
    return atHand
  }

  /** A piece that is handed over now. */
  piece(): PieceAtHand {
    return { since: this.#now(), handled: false }
  }

  /** Milliseconds since something was last heard. */
  idleMs(): number {
    return this.#now() - this.#heardAt
  }

  /** Milliseconds that the oldest piece has been at hand, 0 between them. */
  busyMs(): number {
    const [oldest] = this.#atHand
    return oldest === undefined ? 0 : this.#now() - oldest.since
  }

  /** Nothing was heard for too long, and nobody is handling what was heard before; or is, and hangs. */
  isStuck(): boolean {
    if (this.#now() - Math.max(this.#heardAt, this.#openedAt) < WATCHDOG_MS) return false
    const oldest = [...this.#atHand].find(({ handled }) => !handled)
    return oldest === undefined || this.#now() - oldest.since >= HUNG_MS
  }

  /** Begins another turn whenever the consumer is stuck, until it is disposed. */
  watch(turns: Pick<ConsumerTurns, 'changing' | 'next'>, groupId: string, log: Log): Disposable {
    const looking = setInterval(() => {
      if (turns.changing || !this.isStuck()) return
      log.error({ groupId }, 'nothing fetched or done for too long, starting the consumer anew')
      this.opened()
      turns.next().catch((error) => {
        log.error({ err: error }, 'the consumer did not start; the watchdog tries again')
      })
    }, LOOK_MS)
    return { [Symbol.dispose]: () => clearInterval(looking) }
  }
}
