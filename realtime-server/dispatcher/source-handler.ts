import type { Log } from '#platform/log.ts'
import { policyOf } from '../policy.ts'
import { type Outgoing, outgoingOf, type SourceEvent } from './outgoing.ts'
import { Rush } from './rush.ts'

/**
 * When this many messages wait for their windows, whoever brings more waits too: some ten megabytes, and two seconds of
 * five thousand events each.
 */
const WAITING_LIMIT = 10_000
/**
 * Shows are in order; others need not wait for them. Dispatches mostly wait for Redis and the bus to answer; more at a
 * time than this only queue there.
 */
const RUSHES = 6

/** What the consumer of the source topics calls with each batch. */
export class SourceHandler {
  readonly #dispatch: (messages: readonly Outgoing[]) => Promise<unknown>
  /** Each has the shows that fall to it. */
  readonly #rushes: readonly Rush[]

  /** @param dispatch must be idempotent: it is called again with the same messages until it succeeds */
  constructor(dispatch: (messages: readonly Outgoing[]) => Promise<unknown>, log: Log) {
    this.#dispatch = dispatch
    this.#rushes = Array.from({ length: RUSHES }, () => new Rush(dispatch, log))
  }

  /** How many messages wait for a window to end. */
  get waiting(): number {
    return this.#rushes.reduce((sum, rush) => sum + rush.waiting, 0)
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
    const rest = this.#add(messages.filter(mayWait))
    later(rest)
    if (this.waiting > WAITING_LIMIT) await rest
  }

  /** The program stops: windows end now. */
  hurry(): void {
    for (const rush of this.#rushes) rush.hurry()
  }

  async #add(messages: readonly Outgoing[]): Promise<void> {
    const theirs = Map.groupBy(messages, ({ stream }) => this.#rushes[sumOf(stream) % RUSHES] as Rush)
    await Promise.all([...theirs].map(([rush, some]) => rush.add(some)))
  }
}

/** A number that is always the same for a name, and spreads names about evenly. */
function sumOf(name: string): number {
  let sum = 0
  for (let i = 0; i < name.length; i += 1) sum = (sum * 31 + name.charCodeAt(i)) >>> 0
  return sum
}
