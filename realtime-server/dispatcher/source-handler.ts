import type { Log } from '#platform/log.ts'
import { type Outgoing, outgoingOf, type SourceEvent } from './outgoing.ts'
import { policyOf } from './policy.ts'
import { Rush } from './rush.ts'

/**
 * When this many messages wait for their windows, whoever brings more waits too: some ten megabytes, and two seconds of
 * five thousand events each.
 */
const WAITING_LIMIT = 10_000

/** What the consumer of the source topics calls with each batch. */
export class SourceHandler {
  readonly #dispatch: (messages: readonly Outgoing[]) => Promise<unknown>
  readonly #rush: Rush

  /** @param dispatch must be idempotent: it is called again with the same messages until it succeeds */
  constructor(dispatch: (messages: readonly Outgoing[]) => Promise<unknown>, log: Log) {
    this.#dispatch = dispatch
    this.#rush = new Rush(dispatch, log)
  }

  /** How many messages wait for a window to end. */
  get waiting(): number {
    return this.#rush.waiting
  }

  /**
   * Returns when what may not wait was dispatched. The rest is handed to `later`, to be committed when its windows have
   * ended and it was dispatched, too; meanwhile the next batch may come.
   */
  async handle(events: readonly SourceEvent[], later: (rest: Promise<void>) => void): Promise<void> {
    const messages = events.map(outgoingOf).filter((message) => message !== null)
    const mayWait = (message: Outgoing) => policyOf(message).kind !== 'all'
    const atOnce = messages.filter((message) => !mayWait(message))
    if (atOnce.length > 0) await this.#dispatch(atOnce)
    const rest = this.#rush.add(messages.filter(mayWait))
    later(rest)
    if (this.#rush.waiting > WAITING_LIMIT) await rest
  }

  /** The program stops: windows end now. */
  hurry(): void {
    this.#rush.hurry()
  }
}
