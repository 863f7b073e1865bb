import type { Log } from '#platform/log.ts'
import type { NodeInfo, RegistryView } from '../registry/registry.ts'
import { AddressBook } from './address-book.ts'
import { choose } from './choose.ts'
import { Pending } from './pending.ts'
import { probe } from './probe.ts'
import { SlowStart } from './slow-start.ts'
import { Suspects } from './suspects.ts'

/** A node beats every 2 s; reading twice as often finds it, or misses it, soon after. */
const REFRESH_MS = 1_000
/** So long a list without news is believed as it stands. After that its nodes are probed, as often as it would be read. */
const STALE_MS = 30_000

/** What the balancer knows of the nodes: who is there, how full, and who failed lately. */
export class Roster implements Disposable {
  readonly #registry: Pick<RegistryView, 'nodes'>
  readonly #log: Log
  readonly #pending = new Pending()
  readonly #addresses = new AddressBook()
  readonly #slowStart = new SlowStart()
  readonly #suspects: Suspects
  readonly #choices = new Map<string, number>()
  #nodes: readonly NodeInfo[] = []
  #newsAtMs = performance.now()
  /** Null before the registry was asked for the first time. */
  #stale: boolean | null = null
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  private constructor(registry: Pick<RegistryView, 'nodes'>, log: Log, isAlive: typeof probe) {
    this.#registry = registry
    this.#log = log
    this.#suspects = new Suspects(isAlive)
  }

  /** Resolves when the registry was asked for the first time, whatever came of it. */
  static async start(registry: Pick<RegistryView, 'nodes'>, log: Log, isAlive = probe): Promise<Roster> {
    const roster = new Roster(registry, log, isAlive)
    await roster.#turn()
    return roster
  }

  /** A node for the next viewer, which counts as sent there; null when there is none besides those in `tried`. */
  choose(tried: ReadonlySet<string> = new Set()): NodeInfo | null {
    const usable = this.#nodes.filter(({ id }) => !tried.has(id) && !this.#suspects.has(id))
    const nowMs = performance.now()
    const chosen = choose(usable, this.#pending.of, Math.random, (id) => this.#slowStart.shareOf(id, nowMs))
    if (chosen === null) return null
    this.#pending.sent(chosen.id)
    this.#choices.set(chosen.id, (this.#choices.get(chosen.id) ?? 0) + 1)
    return chosen
  }

  /** The address of the node that holds a connection; null when no such node is known. */
  urlOf(nodeId: string): string | null {
    return this.#addresses.urlOf(nodeId)
  }

  /** The node failed somebody: nobody else is sent there before it answers a probe. */
  suspect(node: Pick<NodeInfo, 'id' | 'url'>): void {
    this.#suspects.add(node)
  }

  /** How often each of the nodes there are was chosen. */
  get choices(): ReadonlyMap<string, number> {
    return this.#choices
  }

  get state() {
    const usable = this.#nodes.filter(({ id }) => !this.#suspects.has(id))
    return {
      nodes: this.#nodes.length,
      usable: usable.length,
      suspects: this.#suspects.size,
      registry: this.#stale === false ? ('fresh' as const) : ('stale' as const),
      newsAgeMs: Math.round(performance.now() - this.#newsAtMs),
    }
  }

  [Symbol.dispose](): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#suspects[Symbol.dispose]()
  }

  async #turn(): Promise<void> {
    await this.#refresh()
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#turn(), REFRESH_MS)
  }

  async #refresh(): Promise<void> {
    const nodes = await this.#ask()
    if (nodes === null) {
      if (performance.now() - this.#newsAtMs > STALE_MS) for (const node of this.#nodes) this.#suspects.check(node)
      return
    }
    this.#nodes = nodes
    this.#newsAtMs = performance.now()
    this.#addresses.note(nodes, this.#newsAtMs)
    this.#slowStart.note(nodes, this.#newsAtMs)
    const listed = new Set(nodes.map((node) => node.id))
    this.#suspects.keepOnly(listed)
    for (const id of this.#choices.keys()) if (!listed.has(id)) this.#choices.delete(id)
    this.#pending.refreshed()
  }

  /**
   * The registry's list, or null when it has no news. An empty list after a full one is no news either for a while:
   * a registry that was emptied fills again with the next beats, and dialling tells whether a node is there.
   */
  async #ask(): Promise<NodeInfo[] | null> {
    try {
      const nodes = await this.#registry.nodes()
      const emptied = nodes.length === 0 && this.#nodes.length > 0 && performance.now() - this.#newsAtMs < STALE_MS
      this.#mark(emptied, 'the registry has no nodes; going on with those known')
      return emptied ? null : nodes
    } catch (error) {
      this.#mark(true, 'the registry does not answer; going on with the nodes known', error)
      return null
    }
  }

  #mark(stale: boolean, why: string, err?: unknown): void {
    if (stale !== this.#stale) this.#log[stale ? 'warn' : 'info']({ err }, stale ? why : 'the registry answers')
    this.#stale = stale
  }
}
