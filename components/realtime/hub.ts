import type { ClientMessage } from './client-message.ts'
import { Connection, type ConnectionOptions } from './connection.ts'
import type { Locks } from './locks.ts'
import { chooseStreams, visibleOf } from './stream-interest.ts'
import type { SharedState, TabChannel, TabWant } from './tab-channel.ts'

/** A tab holds the lock of this name for as long as it lives, so that the leader learns of its death at once. */
export const tabLock = (tab: string): string => `marquee realtime tab ${tab}`

export interface HubOptions extends Omit<ConnectionOptions, 'onState' | 'onMessage'> {
  readonly locks: Locks
  readonly channel: TabChannel
  readonly term: number
  /** The leader's own tab hears first. */
  onState(state: SharedState): void
  onMessage(message: ClientMessage, cursor: string | null): void
}

/** Under this name the streams of the leader before are followed until the tabs have told what they want. */
const PREDECESSOR = 'predecessor'

/** What the leading tab does for all: it knows what each wants, holds the one connection, and tells on what it hears. */
export class Hub {
  readonly #options: HubOptions
  readonly #wants = new Map<string, TabWant>()
  readonly #watches = new Map<string, AbortController>()
  readonly #connection: Connection
  readonly #handover: ReturnType<typeof setTimeout>
  #state: SharedState

  constructor(options: HubOptions) {
    const { channel, term } = options
    this.#options = options
    this.#state = { failures: 0, ready: {}, resume: options.resume }
    channel.post({ kind: 'call', term })
    this.#connection = new Connection({
      ...options,
      onState: (state) => {
        this.#state = state
        options.onState(state)
        this.announce()
      },
      onMessage: (message, cursor) => {
        options.onMessage(message, cursor)
        channel.post({ kind: 'said', term, message, cursor })
      },
    })
    // Only what the first request names is replayed; the other tabs' wants arrive a moment too late for it.
    this.want(PREDECESSOR, { streams: options.resume?.streams ?? [] })
    this.#handover = setTimeout(() => this.forget(PREDECESSOR), options.timings.lingerMs)
  }

  /** Tells every tab how things stand. */
  announce(): void {
    this.#options.channel.post({ kind: 'state', term: this.#options.term, state: this.#state })
  }

  /** A tab's whole interest, its own included. */
  want(tab: string, want: TabWant): void {
    this.#wants.set(tab, want)
    this.#follow()
  }

  /** Another tab's interest, until it says goodbye or dies. Its words are also the clock of a hidden leader. */
  wantOf(tab: string, want: TabWant): void {
    if (!this.#watches.has(tab)) void this.#watch(tab)
    this.want(tab, want)
    this.#connection.checkDue()
    this.announce()
  }

  forget(tab: string): void {
    this.#watches.get(tab)?.abort()
    this.#watches.delete(tab)
    if (this.#wants.delete(tab)) this.#follow()
  }

  hurry(): void {
    this.#connection.hurry()
  }

  close(): void {
    clearTimeout(this.#handover)
    this.#connection.close()
    for (const watch of this.#watches.values()) watch.abort()
    this.#watches.clear()
  }

  #follow(): void {
    const wants = [...this.#wants.values()]
    this.#connection.follow(chooseStreams(wants.map(({ streams }) => streams)), visibleOf(wants))
  }

  async #watch(tab: string): Promise<void> {
    const watch = new AbortController()
    this.#watches.set(tab, watch)
    try {
      const lock = await this.#options.locks.hold(tabLock(tab), { signal: watch.signal })
      lock.release()
      // A tab that came back under the same name has a watch of its own.
      if (this.#watches.get(tab) === watch) this.forget(tab)
    } catch {
      // Aborted: it said goodbye, or we lead no longer.
    }
  }
}
