import type { Browser } from './browser.ts'
import type { ClientMessage } from './client-message.ts'
import { Hub, tabLock } from './hub.ts'
import { LeaderWatch } from './leader-watch.ts'
import { Leadership } from './leadership.ts'
import type { HeldLock } from './locks.ts'
import { ServerClock } from './server-clock.ts'
import { StatusBoard } from './status-board.ts'
import { isStreamName } from './stream-interest.ts'
import { type StreamHandlers, Subscriptions } from './subscriptions.ts'
import { NOTHING_SHARED, type SharedState, type TabChannel, type TabMessage, type TabWant } from './tab-channel.ts'
import type { Timings } from './timings.ts'

export interface RealtimeClientOptions {
  readonly endpoint: string
  readonly sessionUrl: string
  readonly timings: Timings
  /** Learns the server's time; one of its own unless others read it, too. */
  readonly clock?: ServerClock
  /** Asked at `start`, so that a client can be made where there is no browser. */
  readonly browser: () => Browser
}

/** One tab's presence among the others; exists from `start` to `stop`. */
interface Presence {
  readonly browser: Browser
  readonly tab: string
  readonly channel: TabChannel
  readonly leadership: Leadership
  readonly timer: ReturnType<typeof setInterval>
  lock?: HeldLock
}

/**
 * One tab of the storefront. It follows streams through the browser's leading tab, or leads itself; either way its
 * subscribers hear each message once. `stop` and `start` again at sleep and return of the page.
 */
export class RealtimeClient {
  readonly clock: ServerClock
  readonly #options: RealtimeClientOptions
  readonly #subscriptions = new Subscriptions()
  readonly #board: StatusBoard
  readonly #watch: LeaderWatch
  #presence: Presence | undefined
  #hub: Hub | undefined
  #shared: SharedState = NOTHING_SHARED
  #term = 0
  /** Back from a pause and not yet sure whether others went on meanwhile. */
  #wasAway = false

  constructor(options: RealtimeClientOptions) {
    this.#options = options
    this.clock = options.clock ?? new ServerClock()
    this.#board = new StatusBoard(options.timings)
    this.#watch = new LeaderWatch(options.timings)
  }

  get status() {
    return this.#board.status
  }

  /** Tells of every change of `status`. */
  onStatus(listener: () => void): () => void {
    return this.#board.listen(listener)
  }

  /** Follows a stream until the returned function is called. */
  follow(stream: string, handlers: StreamHandlers): () => void {
    if (!isStreamName(stream)) throw new Error(`"${stream}" is not the name of a stream`)
    const before = this.#subscriptions.streams().length
    const leave = this.#subscriptions.add(stream, handlers)
    if (this.#subscriptions.streams().length !== before || handlers.visible) this.#tellWants()
    return () => {
      leave()
      this.#tellWants()
    }
  }

  start(): void {
    if (this.#presence) return
    const browser = this.#options.browser()
    const channel = browser.openChannel()
    const leadership = new Leadership({
      locks: browser.locks,
      name: 'marquee realtime leader',
      onGain: () => this.#lead(),
      onLoss: () => this.#follow(),
    })
    const timer = setInterval(() => this.#tick(), this.#options.timings.anxiousPingMs)
    const presence: Presence = { browser, tab: browser.newTabId(), channel, leadership, timer }
    this.#presence = presence
    channel.listen((message) => this.#hear(message))
    void this.#enter(presence)
  }

  stop(): void {
    const presence = this.#presence
    if (!presence) return
    clearInterval(presence.timer)
    presence.leadership.resign()
    presence.channel.post({ kind: 'gone', tab: presence.tab })
    presence.lock?.release()
    presence.channel.close()
    this.#presence = undefined
    this.#wasAway = true
    this.#watch.answered()
    this.#take({ ...this.#shared, ready: {} })
    this.#board.rest()
  }

  /** The page is looked at again, or the network changed. */
  wake(): void {
    this.#hub?.hurry()
    this.#tellWants()
  }

  /** Nobody looks at the page any more: it follows what it follows, and is no viewer of anything. */
  hide(): void {
    this.#tellWants()
  }

  /** The own lock first: a leader that hears of a tab whose lock is free takes it for dead. */
  async #enter(presence: Presence): Promise<void> {
    presence.lock = await presence.browser.locks.hold(tabLock(presence.tab))
    if (this.#presence !== presence) {
      presence.lock.release()
      return
    }
    presence.leadership.campaign()
    this.#ask()
    this.#showStatus()
  }

  #lead(): void {
    const presence = this.#presence
    if (!presence) return
    // The time, since all tabs share its clock: a tab that leads before it heard of others is still the newest leader.
    this.#term = Math.max(this.#term + 1, Date.now())
    this.#wasAway = false
    const { endpoint, sessionUrl, timings } = this.#options
    const { browser, channel } = presence
    this.#hub = new Hub({
      endpoint,
      sessionUrl,
      timings,
      channel,
      locks: browser.locks,
      fetch: browser.fetch,
      openSocket: browser.openSocket,
      random: browser.random,
      term: this.#term,
      resume: this.#shared.resume,
      onState: (state) => this.#take(state),
      onMessage: (message, cursor) => this.#tell(message, cursor),
    })
    this.#tellWants()
  }

  #follow(): void {
    this.#hub?.close()
    this.#hub = undefined
    this.#ask()
  }

  #hear(message: TabMessage): void {
    if (message.kind === 'want') this.#hub?.wantOf(message.tab, message)
    else if (message.kind === 'gone') this.#hub?.forget(message.tab)
    // A leader of an earlier term was pushed aside, and does not know it yet.
    else if (message.term >= this.#term) this.#obey(message)
  }

  #obey(message: Extract<TabMessage, { term: number }>): void {
    this.#term = message.term
    this.#watch.answered()
    if (this.#hub) return
    if (this.#wasAway) this.#subscriptions.missedSome()
    this.#wasAway = false
    if (message.kind === 'call') this.#ask()
    else if (message.kind === 'state') this.#take(message.state)
    else this.#tell(message.message, message.cursor)
  }

  #take(state: SharedState): void {
    this.#shared = state
    this.#subscriptions.takeReady(state.ready)
    this.#showStatus()
  }

  #tell(message: ClientMessage, cursor: string | null): void {
    this.clock.observe(message.data.at)
    const { resume } = this.#shared
    if (resume && cursor !== null) this.#shared = { ...this.#shared, resume: { ...resume, cursor } }
    this.#subscriptions.tell(message)
  }

  #tellWants(): void {
    const presence = this.#presence
    if (this.#hub && presence) this.#hub.want(presence.tab, this.#wantOf(presence))
    else if (presence?.lock) this.#ask()
    this.#showStatus()
  }

  /** Tells the leader what we want; the answer shows that it is alive. */
  #ask(): void {
    const presence = this.#presence
    if (!presence?.lock || this.#hub) return
    this.#watch.asked(Date.now())
    presence.channel.post({ kind: 'want', tab: presence.tab, ...this.#wantOf(presence) })
  }

  #wantOf({ browser }: Presence): TabWant {
    return {
      streams: this.#subscriptions.streams(),
      visible: browser.isVisible() ? this.#subscriptions.visible() : [],
    }
  }

  /** Only a tab that is looked at watches the leader: hidden tabs' timers cannot be relied on, and nobody is waiting. */
  #tick(): void {
    const presence = this.#presence
    if (!presence?.lock || this.#hub || !presence.browser.isVisible()) {
      this.#watch.answered()
      return
    }
    const due = this.#watch.due(Date.now(), this.#subscriptions.allReady())
    if (due === 'ask') this.#ask()
    else if (due === 'usurp') presence.leadership.usurp()
  }

  #showStatus(): void {
    this.#board.show({
      online: this.#presence?.browser.isOnline() ?? true,
      allReady: this.#presence !== undefined && this.#subscriptions.allReady(),
      failures: this.#shared.failures,
    })
  }
}
