import { changeStreams, type StreamsChange } from './change-streams.ts'
import type { ConnectionState } from './connection-state.ts'
import type { Identity } from './identity.ts'
import { Patience } from './patience.ts'
import { blamed, needsIdentity, planStreams, type StreamsPlan } from './stream-interest.ts'
import type { Timings } from './timings.ts'

export interface StreamChangesOptions {
  readonly endpoint: string
  readonly fetch: typeof fetch
  readonly random: () => number
  readonly timings: Timings
  readonly identity: Pick<Identity, 'ensure' | 'invalidate'>
  /** The connection as it is whenever this is asked, and what it should follow. */
  state(): Pick<ConnectionState, 'id' | 'ready'>
  desired(): readonly string[]
  /** Everything that the connection follows by now. */
  onChanged(streams: Record<string, { version?: number }>): void
  /** The open line is not there any more for the tier, or nobody wants anything of it. */
  onUseless(): void
}

/**
 * What a browser asks of a connection that is open: other streams, more time for those of its own with a fresh cookie,
 * and which of them somebody sees. One request at a time, each planned when its turn comes, and none before the tier
 * wants to be asked again.
 */
export class StreamChanges {
  readonly #options: StreamChangesOptions
  readonly #patience: Patience
  #visible: readonly string[] = []
  /** What of that the tier has been told on this connection, as one text. */
  #declared = ''
  /** What the tier would not have on this connection. */
  readonly #refused = new Set<string>()
  /** Followed already, but the tier has yet to see the fresh cookie for them. */
  readonly #unextended = new Set<string>()
  #changeTimer: ReturnType<typeof setTimeout> | undefined
  #declareTimer: ReturnType<typeof setTimeout> | undefined
  #asking: Promise<void> = Promise.resolve()
  #closed = false

  constructor(options: StreamChangesOptions) {
    this.#options = options
    const { backoffBaseMs: baseMs, backoffCapMs: capMs } = options.timings
    this.#patience = new Patience({ baseMs, capMs }, options.random)
  }

  /** What somebody sees from now on; {@link declare} says so. */
  see(visible: readonly string[]): void {
    this.#visible = visible
  }

  /** What another connection refused or put off does not count for the next. */
  reset(): void {
    this.#refused.clear()
    this.#unextended.clear()
    this.#patience.reset()
  }

  /** @returns which of the streams that a connection is opened with somebody sees: it is said with the opening */
  opening(streams: readonly string[]): readonly string[] {
    const visible = this.#visibleOf(streams)
    this.#declared = visible.join(',')
    return visible
  }

  /** Changes soon what differs from what is desired; what is left lingers. */
  change(): void {
    const { timings, desired } = this.#options
    const wanted = this.#plan().subscribe.length + this.#unextended.size > 0
    // Nobody is asked before the line is closed.
    const heldMs = desired().length > 0 ? this.#heldMs : 0
    clearTimeout(this.#changeTimer)
    const ms = Math.max(wanted ? timings.subscribeDelayMs : timings.lingerMs, heldMs)
    this.#changeTimer = setTimeout(() => this.extend([]), ms)
  }

  /** Says soon what is visible. Whoever hides a page is no viewer from then on, however long its streams linger. */
  declare(): void {
    clearTimeout(this.#declareTimer)
    const ms = this.#options.timings.subscribeDelayMs + this.#heldMs
    this.#declareTimer = setTimeout(() => this.#queue(() => this.#declare()), ms)
  }

  /** Changes now what differs, and shows the fresh cookie for these. */
  extend(streams: readonly string[]): void {
    if (this.#options.desired().length === 0) this.#options.onUseless()
    else this.#queue(() => this.#change(streams))
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#changeTimer)
    clearTimeout(this.#declareTimer)
  }

  #queue(work: () => Promise<void>): void {
    this.#asking = this.#asking.then(work)
  }

  /** For how long the tier does not want to be asked. */
  get #heldMs(): number {
    return this.#patience.leftMs(performance.now())
  }

  /** What was refused is not mentioned again, either way: all else in that request would be refused too. */
  #plan(): StreamsPlan {
    const { state, desired } = this.#options
    const { subscribe, unsubscribe } = planStreams(Object.keys(state().ready), desired())
    const mayAsk = (stream: string) => !this.#refused.has(stream)
    return { subscribe: subscribe.filter(mayAsk), unsubscribe: unsubscribe.filter(mayAsk) }
  }

  async #change(extend: readonly string[], again = true): Promise<void> {
    if (this.#heldMs > 0) return this.#changeLater(extend)
    const { identity, desired } = this.#options
    const { subscribe, unsubscribe } = this.#plan()
    const extended = desired().filter((stream) => extend.includes(stream) || this.#unextended.has(stream))
    this.#unextended.clear()
    const asked = [...new Set([...subscribe, ...extended])]
    const known = asked.some(needsIdentity) && (await identity.ensure())
    const plan = { subscribe: known ? asked : asked.filter((stream) => !needsIdentity(stream)), unsubscribe }
    if (plan.subscribe.length + plan.unsubscribe.length === 0) return
    const outcome = await this.#ask(plan)
    if (outcome === null) return
    if (outcome.kind === 'changed') this.#accept(plan, outcome.streams)
    else if (outcome.kind === 'lost') this.#options.onUseless()
    else if (outcome.kind === 'later') this.#changeLater(extended)
    else if (outcome.kind === 'refused' || !again) this.#refuse(plan)
    else {
      identity.invalidate()
      await this.#change(extended, false)
    }
  }

  #changeLater(extend: readonly string[]): void {
    for (const stream of extend) this.#unextended.add(stream)
    this.change()
  }

  #accept(plan: StreamsPlan, streams: Record<string, { version?: number }>): void {
    for (const stream of plan.subscribe) this.#refused.delete(stream)
    this.#options.onChanged(streams)
  }

  #refuse(plan: StreamsPlan): void {
    const streams = blamed(plan)
    for (const stream of streams) this.#refused.add(stream)
    if (streams.length > 0) this.change()
  }

  /** Asks for a change, and says what will be visible then; null when the connection is not the same any more. */
  async #ask(plan: StreamsPlan): Promise<StreamsChange | null> {
    const { endpoint, fetch, timings, state } = this.#options
    const { id, ready } = state()
    if (id === null) return null
    const kept = Object.keys(ready).filter((stream) => !plan.unsubscribe.includes(stream))
    const visible = this.#visibleOf([...kept, ...plan.subscribe])
    const url = `${endpoint}/${encodeURIComponent(id)}/streams`
    const outcome = await changeStreams(fetch, url, { ...plan, visible }, timings.headersMs)
    if (id !== state().id || this.#closed) return null
    if (outcome.kind === 'changed') {
      this.#patience.reset()
      this.#declared = visible.join(',')
    } else if (outcome.kind === 'later') this.#patience.putOff(performance.now(), outcome.retryAfterMs)
    return outcome
  }

  async #declare(): Promise<void> {
    if (this.#visibleOf(Object.keys(this.#options.state().ready)).join(',') === this.#declared) return
    if (this.#heldMs > 0) return this.declare()
    const outcome = await this.#ask({ subscribe: [], unsubscribe: [] })
    if (outcome?.kind === 'lost') this.#options.onUseless()
    else if (outcome?.kind === 'later') this.declare()
  }

  #visibleOf(streams: readonly string[]): string[] {
    return this.#visible.filter((stream) => streams.includes(stream))
  }
}
