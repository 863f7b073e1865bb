import type { MemoryEpoch } from '../memory-epoch.ts'
import { DISTRUST_MS, type RegistryView } from '../registry/registry.ts'
import { type Audience, RENEW_MS, type Share, SUM_EVERY_MS, type Taken, type Tally } from './audience.ts'

interface Show {
  readonly shares: Map<string, number>
  dueAtMs: number
  summedAtMs: number
  told: { readonly count: number; readonly atMs: number } | null
}

/** The audience of a tier that lives in one process, with the rules of the one in Redis. */
export class MemoryAudience implements Audience {
  readonly #epoch: MemoryEpoch
  readonly #registry: Pick<RegistryView, 'nodes'>
  readonly #shows = new Map<string, Show>()

  constructor(epoch: MemoryEpoch, registry: Pick<RegistryView, 'nodes'>) {
    this.#epoch = epoch
    this.#registry = registry
    epoch.onEnd(() => this.#shows.clear())
  }

  /** How many shows are kept. */
  get size(): number {
    return this.#shows.size
  }

  async report(node: string, shares: readonly Share[]): Promise<void> {
    for (const { showId, count } of shares) {
      const show = this.#open(showId)
      if (count === 0) show.shares.delete(node)
      else show.shares.set(node, count)
      this.#mark(show)
    }
  }

  async takeDue(limit: number): Promise<Taken> {
    const nowMs = this.#epoch.nowMs()
    if (nowMs - this.#epoch.current().mintedMs < DISTRUST_MS) return { tallies: [], more: false }
    this.#sweep(new Set((await this.#registry.nodes()).map(({ id }) => id)))
    const due = [...this.#shows]
      .filter(([, show]) => show.dueAtMs <= nowMs)
      .toSorted(([, a], [, b]) => a.dueAtMs - b.dueAtMs)
    const tallies = due.slice(0, limit).flatMap(([showId, show]) => this.#take(showId, show, nowMs))
    return { tallies, more: due.length > limit }
  }

  async told(tallies: readonly Tally[]): Promise<void> {
    for (const { showId, count } of tallies) {
      const show = this.#shows.get(showId)
      if (show) show.told = { count, atMs: this.#epoch.nowMs() }
    }
  }

  #open(showId: string): Show {
    const known = this.#shows.get(showId)
    if (known) return known
    const opened = { shares: new Map(), dueAtMs: Number.POSITIVE_INFINITY, summedAtMs: 0, told: null }
    this.#shows.set(showId, opened)
    return opened
  }

  #mark(show: Show): void {
    show.dueAtMs = Math.min(show.dueAtMs, Math.max(this.#epoch.nowMs(), show.summedAtMs + SUM_EVERY_MS))
  }

  #sweep(live: ReadonlySet<string>): void {
    for (const show of this.#shows.values()) {
      for (const node of show.shares.keys()) {
        if (live.has(node)) continue
        show.shares.delete(node)
        this.#mark(show)
      }
    }
  }

  #take(showId: string, show: Show, nowMs: number): Tally[] {
    const count = [...show.shares.values()].reduce((sum, share) => sum + share, 0)
    const { told } = show
    if (count === 0 && (told?.count ?? 0) === 0) {
      this.#shows.delete(showId)
      return []
    }
    const renewAtMs = (told?.atMs ?? 0) + RENEW_MS
    show.summedAtMs = nowMs
    show.dueAtMs = renewAtMs > nowMs ? renewAtMs : nowMs + RENEW_MS
    return [{ showId, count, told: told && { count: told.count, agoMs: nowMs - told.atMs } }]
  }
}
