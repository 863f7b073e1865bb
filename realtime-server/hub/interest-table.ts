import type { Log } from '#platform/log.ts'
import type { NodeRegistry } from '../registry/registry.ts'
import { Outage } from './outage.ts'
import { Waiters } from './waiters.ts'

/*
 * Which interests this node has, and whether the registry knows.
 *
 *   absent ──acquire──▶ adding ──registered──▶ present ──idle, swept──▶ removing ──▶ absent
 *     ▲                  │ ▲                                               │
 *     └─idle, no answer──┘ └──────────────── acquired meanwhile ◀──────────┘
 *
 * The first viewer waits until the registry has the interest; those who come later wait with it. The last one's leaving
 * changes nothing at once: the interest is swept later, in a batch, because viewers who reload a page or change it come
 * back within seconds.
 *
 * What nobody has wanted for that long while the registry gives no answer is forgotten. A question without an answer may have
 * been heard, so that the registry has more than it should; but a node that had no answer for so long comes back as somebody
 * new, as does one whose count stays wrong (node/incarnation.ts), and what its old id has goes with that.
 */

type State = 'adding' | 'present' | 'removing'

interface Entry {
  state: State
  viewers: number
  idleSinceMs: number
  /** Whoever waits for the registry to have the interest; null once it has. */
  waiting: Waiters | null
}

/** How long an interest nobody follows stays registered: longer than a page change, shorter than a cup of tea. */
export const IDLE_MS = 10_000
const RETRY_CAP_MS = 2_000

export class InterestTable {
  readonly #registry: NodeRegistry
  readonly #outage: Outage
  readonly #onRemoved: (interest: string) => void
  readonly #entries = new Map<string, Entry>()
  #nodeId: string
  /** What goes to the registry with the next call. */
  #batch: Map<string, Entry> | null = null
  /** Settles when the last batch was answered, or was not. */
  #asked: Promise<unknown> = Promise.resolve()
  #unsettled = 0

  /**
   * @param onRemoved called when an interest is about to leave the registry, or will never be in it: from then on its
   *   messages may be missed
   */
  constructor(nodeId: string, registry: NodeRegistry, log: Log, onRemoved: (interest: string) => void) {
    this.#nodeId = nodeId
    this.#registry = registry
    this.#outage = new Outage('the registry', log)
    this.#onRemoved = onRemoved
  }

  /** How many interests are known, whether the registry has them or not. */
  get size(): number {
    return this.#entries.size
  }

  /**
   * One more viewer, until it is released. Resolves when every dispatcher that looks will find this node, also over a Redis
   * outage, or when the viewer has gone.
   */
  async acquire(interest: string, gone: AbortSignal): Promise<void> {
    const entry = this.#entries.get(interest) ?? this.#added(interest)
    entry.viewers += 1
    await entry.waiting?.wait(gone)
  }

  release(interest: string, nowMs = performance.now()): void {
    const entry = this.#entries.get(interest)
    if (entry === undefined) return
    entry.viewers -= 1
    if (entry.viewers === 0) entry.idleSinceMs = nowMs
  }

  /** Takes out of the registry what nobody has followed for {@link IDLE_MS}. */
  async sweep(nowMs = performance.now()): Promise<void> {
    const idle = [...this.#entries].filter(([, entry]) => entry.state === 'present' && isIdle(entry, nowMs))
    if (idle.length === 0) return
    const interests = idle.map(([interest]) => interest)
    const removed = this.#settling(this.#untilDone(() => this.#registry.remove(this.#nodeId, interests)))
    for (const [interest, entry] of idle) {
      entry.state = 'removing'
      this.#onRemoved(interest)
      // Whoever acquires it now waits for the removal and registers after it, so that the two cannot change places.
      entry.waiting = new Waiters()
    }
    await removed
    for (const [interest, entry] of idle) {
      if (entry.viewers === 0) this.#drop(interest)
      else this.#register(interest, entry)
    }
  }

  /** Registers everything under this id: a new incarnation, or what the registry lost. Twice does no harm. */
  async registerAgain(nodeId: string): Promise<void> {
    this.#nodeId = nodeId
    const wanted = [...this.#entries].filter(([, entry]) => entry.state !== 'removing').map(([interest]) => interest)
    await this.#registry.add(nodeId, wanted)
  }

  /** What should stand in the registry now. */
  registered(): string[] {
    return [...this.#entries].filter(([, entry]) => entry.state === 'present').map(([interest]) => interest)
  }

  /** True while changes are on their way: then the registry's count and ours may differ for no bad reason. */
  get unsettled(): boolean {
    return this.#unsettled > 0
  }

  #added(interest: string): Entry {
    const entry: Entry = { state: 'adding', viewers: 0, idleSinceMs: 0, waiting: new Waiters() }
    this.#entries.set(interest, entry)
    this.#register(interest, entry)
    return entry
  }

  /** Nobody follows it and the registry does not have it; who came and went meanwhile may have left something. */
  #drop(interest: string): void {
    this.#entries.delete(interest)
    this.#onRemoved(interest)
  }

  /**
   * Everything acquired while one call is under way goes to Redis in the next. On one connection that would be answered
   * after it in any case. A call that failed is tried again by itself: nobody waits for that.
   */
  #register(interest: string, entry: Entry): void {
    entry.state = 'adding'
    if (this.#batch === null) {
      const batch = new Map<string, Entry>()
      this.#batch = batch
      void this.#settling(this.#asked.then(() => this.#addBatch(batch)))
    }
    this.#batch.set(interest, entry)
  }

  async #addBatch(batch: Map<string, Entry>): Promise<void> {
    this.#batch = null
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#asked = promise
    await this.#untilDone(() => this.#add(batch).finally(resolve))
    for (const entry of batch.values()) {
      entry.state = 'present'
      if (entry.viewers === 0) entry.idleSinceMs = performance.now()
      entry.waiting?.wake()
      entry.waiting = null
    }
  }

  /** An answer that comes after the node took a new id says nothing about that id. */
  async #add(batch: Map<string, Entry>): Promise<void> {
    const nowMs = performance.now()
    for (const [interest, entry] of batch) {
      if (isIdle(entry, nowMs) && batch.delete(interest)) this.#drop(interest)
    }
    if (batch.size === 0) return
    const interests = [...batch.keys()]
    const nodeId = this.#nodeId
    await this.#registry.add(nodeId, interests)
    if (nodeId !== this.#nodeId) await this.#registry.add(this.#nodeId, interests)
  }

  async #settling(work: Promise<void>): Promise<void> {
    this.#unsettled += 1
    try {
      await work
    } finally {
      this.#unsettled -= 1
    }
  }

  async #untilDone(attempt: () => Promise<void>): Promise<void> {
    for (let waitMs = 50; ; waitMs = Math.min(2 * waitMs, RETRY_CAP_MS)) {
      try {
        await attempt()
        this.#outage.answer()
        return
      } catch (error) {
        this.#outage.noAnswer(error)
        await new Promise((wake) => setTimeout(wake, waitMs))
      }
    }
  }
}

const isIdle = ({ viewers, idleSinceMs }: Entry, nowMs: number): boolean =>
  viewers === 0 && nowMs - idleSinceMs >= IDLE_MS
