import { type Aftermath, reconnectDelayMs } from './backoff.ts'
import { type ClientMessage, parseClientMessage } from './client-message.ts'
import { type ConnectionState, changed, dropped, heard, idle, opening, shared, takenOver } from './connection-state.ts'
import { EventStream, type StreamEnd } from './event-stream.ts'
import type { EventStreamSink } from './event-stream-parser.ts'
import { Identity } from './identity.ts'
import { Pacer } from './pacer.ts'
import { type OpenSocket, SocketStream } from './socket-stream.ts'
import { StreamChanges } from './stream-changes.ts'
import { needsIdentity, planStreams } from './stream-interest.ts'
import type { ResumePoint, SharedState } from './tab-channel.ts'
import type { Timings } from './timings.ts'

export interface ConnectionOptions {
  /** Base of the tier's addresses, without a slash at its end: `/realtime` or `http://host:4000/realtime`. */
  readonly endpoint: string
  readonly sessionUrl: string
  readonly fetch: typeof fetch
  /** Given, the streams come over WebSockets; see {@link Connection} for when they do not. */
  readonly openSocket?: OpenSocket | undefined
  readonly random: () => number
  readonly timings: Timings
  readonly resume: ResumePoint | null
  onState(state: SharedState): void
  /** Everything the tier says, `ready` and `reset` too; `cursor` is the place to resume after it. */
  onMessage(message: ClientMessage, cursor: string | null): void
}

/**
 * The browser's one connection: keeps following the streams it is told to, whatever happens to nodes and networks,
 * until it is closed. It decides nothing about who wants what.
 *
 * A WebSocket that cannot be opened does not tell why, and some proxies let none pass. So the attempt after it is made
 * over SSE, which has a status and a `Retry-After`, and serves as well.
 */
export class Connection {
  readonly #options: ConnectionOptions
  readonly #identity: Identity
  readonly #pacer = new Pacer()
  readonly #changes: StreamChanges
  #state: ConnectionState
  #desired: readonly string[] = []
  /** The tier refused our identity twice: one connection goes without private streams, so that public ones live. */
  #anonymous = false
  #stream: EventStream | SocketStream | undefined
  /** The next attempt is made over SSE although we have WebSockets. */
  #viaSse = false
  #liveSinceMs = Number.POSITIVE_INFINITY
  #retryMs: number | undefined
  #orderedToWait = false
  #closed = false

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#state = takenOver(options.resume)
    this.#identity = new Identity({ ...options, onRenewed: () => this.#useFreshCookie() })
    this.#changes = new StreamChanges({
      ...options,
      identity: this.#identity,
      state: () => this.#state,
      desired: () => this.#desired,
      onChanged: (streams) => this.#enter(changed(this.#state, streams)),
      onUseless: () => this.#stream?.close(),
    })
    void this.#run()
  }

  /** What to follow from now on, and what of it somebody sees; both replace what was said before. */
  follow(streams: readonly string[], visible: readonly string[] = []): void {
    this.#changes.see(visible)
    this.#follow(streams)
    // After the change, which says it too: then there is nothing left to say.
    if (this.#state.phase === 'live') this.#changes.declare()
  }

  /** Does what is overdue: timers sleep with the machine and dawdle in hidden tabs. */
  checkDue(): void {
    this.#pacer.checkDue()
    this.#stream?.checkSilence()
    this.#identity.checkDue()
  }

  /** Someone looks at the page again, or the network is back: try now, unless the server told us when. */
  hurry(): void {
    this.checkDue()
    if (!this.#orderedToWait) this.#pacer.wake()
  }

  close(): void {
    this.#closed = true
    this.#identity.keep(false)
    this.#changes.close()
    this.#stream?.close()
    this.#pacer.wake()
  }

  #follow(streams: readonly string[]): void {
    const { subscribe, unsubscribe } = planStreams(this.#desired, streams)
    if (subscribe.length + unsubscribe.length === 0) return
    this.#desired = streams
    this.#identity.keep(!this.#closed && streams.some(needsIdentity))
    if (this.#state.phase === 'idle') this.#pacer.wake()
    else if (this.#state.phase === 'live') this.#changes.change()
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      if (this.#desired.length === 0) await this.#rest()
      else await this.#pacer.wait(await this.#serve())
    }
  }

  #rest(): Promise<void> {
    // Not before the first streams are known: that would forget from where to resume.
    if (this.#state.phase !== 'idle') this.#enter(idle())
    return this.#pacer.wait(Number.POSITIVE_INFINITY)
  }

  /** One connection from its opening to its end; tells how long to wait for the next. */
  async #serve(): Promise<number> {
    this.#enter(opening(this.#state))
    this.#changes.reset()
    this.#liveSinceMs = Number.POSITIVE_INFINITY
    this.#retryMs = undefined
    const streams = await this.#openable()
    const end = streams.length > 0 && !this.#closed ? await this.#open(streams) : ({ kind: 'unreachable' } as const)
    const after = this.#judge(end)
    this.#enter(dropped(this.#state, after.failures))
    this.#orderedToWait = after.retryAfterMs !== undefined
    if (this.#closed || this.#desired.length === 0) return 0
    const { backoffBaseMs: baseMs, backoffCapMs: capMs } = this.#options.timings
    return reconnectDelayMs(after, { baseMs, capMs }, this.#options.random)
  }

  /** Public streams never wait for an identity that cannot be had. */
  async #openable(): Promise<readonly string[]> {
    const known = !this.#anonymous && this.#desired.some(needsIdentity) && (await this.#identity.ensure())
    return known ? this.#desired : this.#desired.filter((stream) => !needsIdentity(stream))
  }

  async #open(streams: readonly string[]): Promise<StreamEnd> {
    const { endpoint, fetch, openSocket, timings } = this.#options
    const query = new URLSearchParams({ streams: streams.join(',') })
    const visible = this.#changes.opening(streams)
    if (visible.length > 0) query.set('visible', visible.join(','))
    if (this.#state.resume) query.set('lastEventId', this.#state.resume.cursor)
    const viaSse = openSocket === undefined || this.#viaSse
    const options = { headersMs: timings.headersMs, silenceMs: timings.silenceMs, ...this.#sink }
    this.#stream = viaSse
      ? new EventStream({ ...options, fetch, url: `${endpoint}/sse?${query}` })
      : new SocketStream({ ...options, openSocket, url: `${endpoint}/ws?${query}` })
    const end = await this.#stream.end
    this.#stream = undefined
    this.#viaSse = !viaSse && (end.kind === 'unreachable' || (end.kind === 'ended' && end.next === 'never'))
    return end
  }

  readonly #sink: EventStreamSink = {
    onEvent: (event) => {
      const message = parseClientMessage(event)
      if (message) this.#hear(message)
    },
    onRetry: (retryMs) => {
      this.#retryMs = retryMs
    },
  }

  #hear(message: ClientMessage): void {
    const next = heard(this.#state, message)
    const cursor = next.resume?.cursor ?? null
    this.#state = next
    this.#options.onMessage(message, cursor)
    if (message.event !== 'ready') return
    this.#liveSinceMs = Math.min(this.#liveSinceMs, Date.now())
    this.#enter(next)
    // What was asked for meanwhile, and what had to be left out.
    this.#changes.change()
    this.#changes.declare()
  }

  #judge(end: StreamEnd): Aftermath {
    const failures = this.#state.failures
    if (end.kind === 'refused') return this.#judgeRefusal(end, failures + 1)
    this.#anonymous = false
    if (end.kind === 'ended' && end.next === 'renew') this.#identity.invalidate()
    const servedWell = Date.now() - this.#liveSinceMs >= this.#options.timings.stableMs
    return servedWell ? { failures: 0, retryMs: this.#retryMs } : { failures: failures + 1 }
  }

  #judgeRefusal(end: StreamEnd & { kind: 'refused' }, failures: number): Aftermath {
    const notUs = end.status === 401 || end.status === 403
    this.#anonymous = notUs && failures > 1
    if (notUs) this.#identity.invalidate()
    // For an EventSource 204 means "never again"; we look in again, but rarely.
    const retryAfterMs = end.status === 204 ? this.#options.timings.unwantedMs : end.retryAfterMs
    return { failures, retryAfterMs }
  }

  #useFreshCookie(): void {
    if (this.#state.phase === 'live') this.#changes.extend(this.#desired.filter(needsIdentity))
    else this.#pacer.wake()
  }

  #enter(state: ConnectionState): void {
    this.#state = state
    if (!this.#closed) this.#options.onState(shared(state))
  }
}
