import type { Log } from '#platform/log.ts'
import type { NodeInfo, RegistryView } from '../registry/registry.ts'
import { type Coming, comingsBetween } from './comings.ts'
import { lookAt, type Seen } from './look-at.ts'
import type { Reading } from './reading.ts'

/** How often the registry is looked at, and the processes while anybody looks at the console. */
const LOOK_MS = 1_000
/** Without a viewer for this long, processes are left in peace; the registry is watched on, for comings and goings. */
const ATTENTION_MS = 10_000
/** Readings kept per process: the last half minute. */
const READINGS = 30
/** Comings and goings kept: a rolling restart of a dozen nodes. */
const COMINGS = 50
/** Nodes whose figures are asked for; more are shown with what the registry has. */
const NODES = 500

/** A process, what it said last, and its figures of the last half minute, oldest first. */
export interface Watched {
  readonly url: string
  readonly seen: Seen | null
  readonly readings: readonly Reading[]
}

/** The tier as it is known now. */
export interface Snapshot {
  readonly at: string
  /** False when Redis does not answer: then nodes are as they were. */
  readonly registryAnswers: boolean
  readonly nodes: readonly (Watched & { readonly info: NodeInfo })[]
  readonly balancers: readonly Watched[]
  readonly dispatchers: readonly Watched[]
  /** Newest first. */
  readonly comings: readonly Coming[]
}

export interface WatchDeps {
  readonly registry: Pick<RegistryView, 'nodes'>
  readonly balancers: readonly string[]
  readonly dispatchers: readonly string[]
  readonly log: Log
}

/** Keeps looking at the tier. */
export class Watch implements AsyncDisposable {
  readonly #deps: WatchDeps
  readonly #seen = new Map<string, Seen>()
  readonly #readings = new Map<string, readonly Reading[]>()
  #nodes: readonly NodeInfo[] | null = null
  #comings: readonly Coming[] = []
  #registryAnswers = false
  #askedAtMs = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | null = null
  #looking: Promise<void> = Promise.resolve()

  constructor(deps: WatchDeps) {
    this.#deps = deps
    this.#next(0)
  }

  get registryAnswers(): boolean {
    return this.#registryAnswers
  }

  /** What is known; asking keeps the figures coming. */
  snapshot(): Snapshot {
    this.#askedAtMs = performance.now()
    const watched = (url: string): Watched => ({
      url,
      seen: this.#seen.get(url) ?? null,
      readings: this.#readings.get(url) ?? [],
    })
    return {
      at: new Date().toISOString(),
      registryAnswers: this.#registryAnswers,
      nodes: (this.#nodes ?? []).map((info) => ({ info, ...watched(info.url) })),
      balancers: this.#deps.balancers.map(watched),
      dispatchers: this.#deps.dispatchers.map(watched),
      comings: this.#comings,
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    await this.#looking
  }

  #next(waitMs: number): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => {
        if (this.#timer) this.#next(LOOK_MS)
      })
    }, waitMs)
  }

  async #look(): Promise<void> {
    await this.#lookAtRegistry()
    const nodes = (this.#nodes ?? []).slice(0, NODES).map(({ url }) => url)
    const urls = [...nodes, ...this.#deps.balancers, ...this.#deps.dispatchers]
    for (const url of this.#readings.keys()) if (!urls.includes(url)) this.#forget(url)
    if (performance.now() - this.#askedAtMs > ATTENTION_MS) {
      // Rates since somebody looked last, hours ago, would be taken for those of now.
      for (const url of this.#readings.keys()) this.#forget(url)
      return
    }
    await Promise.all(urls.map(async (url) => this.#note(url, await lookAt(url))))
  }

  async #lookAtRegistry(): Promise<void> {
    try {
      const nodes = (await this.#deps.registry.nodes()).toSorted((a, b) => a.slot - b.slot || (a.id < b.id ? -1 : 1))
      // What was there at the first look has not come now.
      const news = this.#nodes === null ? [] : comingsBetween(this.#nodes, nodes, new Date().toISOString())
      this.#comings = [...news, ...this.#comings].slice(0, COMINGS)
      this.#nodes = nodes
      this.#registryAnswers = true
    } catch (error) {
      if (this.#registryAnswers) this.#deps.log.warn({ err: error }, 'the registry does not answer')
      this.#registryAnswers = false
    }
  }

  #note(url: string, { seen, reading }: { seen: Seen; reading: Reading | null }): void {
    // Behind the same address there may be another process by now, whose counters began anew.
    const same = !seen.answers || this.#seen.get(url)?.id === seen.id
    const known = same ? (this.#readings.get(url) ?? []) : []
    this.#seen.set(url, seen.answers ? seen : { ...seen, id: this.#seen.get(url)?.id ?? '' })
    this.#readings.set(url, reading === null ? known : [...known, reading].slice(-READINGS))
  }

  #forget(url: string): void {
    this.#readings.delete(url)
    this.#seen.delete(url)
  }
}
