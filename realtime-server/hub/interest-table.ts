import type { Log } from '#platform/log.ts'
import type { NodeRegistry } from '../registry/registry.ts'

/*
 * Which interests this node has, and whether the registry knows.
 *
 *   absent ──acquire──▶ adding ──registered──▶ present ──idle, swept──▶ removing ──▶ absent
 *                          ▲                                               │
 *                          └──────────────── acquired meanwhile ◀──────────┘
 *
 * The first viewer waits until the registry has the interest; those who come later await the same promise. The last
 * one's leaving changes nothing at once: the interest is swept later, in a batch, because viewers who reload a page or
 * change it come back within seconds.
 */

type State = 'adding' | 'present' | 'removing'

interface Entry {
  state: State
  viewers: number
  idleSinceMs: number
  /** Settles when the registry has the interest. */
  registered: Promise<void>
}

/** How long an interest nobody follows stays registered: longer than a page change, shorter than a cup of tea. */
export const IDLE_MS = 10_000
const RETRY_CAP_MS = 2_000

export class InterestTable {
  readonly #registry: NodeRegistry
  readonly #log: Log
  readonly #onRemoved: (interest: string) => void
  readonly #entries = new Map<string, Entry>()
  #nodeId: string
  #batch: { interests: string[]; done: Promise<void> } | null = null
  /** Settles when the last batch was answered, or was not. */
  #asked: Promise<unknown> = Promise.resolve()
  #unsettled = 0

  /** @param onRemoved called when an interest is about to leave the registry: from then on its messages may be missed */
  constructor(nodeId: string, registry: NodeRegistry, log: Log, onRemoved: (interest: string) => void) {
    this.#nodeId = nodeId
    this.#registry = registry
    this.#log = log
    this.#onRemoved = onRemoved
  }

  /** One more viewer. Resolves when every dispatcher that looks will find this node; also over a Redis outage. */
  acquire(interest: string): Promise<void> {
    const entry = this.#entries.get(interest)
    if (entry === undefined) {
      const added: Entry = { state: 'adding', viewers: 1, idleSinceMs: 0, registered: Promise.resolve() }
      this.#entries.set(interest, added)
      added.registered = this.#register(interest, added)
      return added.registered
    }
    entry.viewers += 1
    return entry.registered
  }

  release(interest: string, nowMs = performance.now()): void {
    const entry = this.#entries.get(interest)
    if (entry === undefined) return
    entry.viewers -= 1
    if (entry.viewers === 0) entry.idleSinceMs = nowMs
  }

  /** Takes out of the registry what nobody has followed for {@link IDLE_MS}. */
  async sweep(nowMs = performance.now()): Promise<void> {
    const idle = [...this.#entries].filter(
      ([, entry]) => entry.state === 'present' && entry.viewers === 0 && nowMs - entry.idleSinceMs >= IDLE_MS,
    )
    if (idle.length === 0) return
    const interests = idle.map(([interest]) => interest)
    const removed = this.#settling(this.#untilDone(() => this.#registry.remove(this.#nodeId, interests)))
    for (const [interest, entry] of idle) {
      entry.state = 'removing'
      this.#onRemoved(interest)
      // Whoever acquires it now waits for the removal and registers after it, so that the two cannot change places.
      entry.registered = removed.then(() => this.#removed(interest, entry))
    }
    await removed
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

  #removed(interest: string, entry: Entry): Promise<void> | undefined {
    if (entry.viewers === 0) {
      this.#entries.delete(interest)
      return
    }
    entry.state = 'adding'
    return this.#register(interest, entry)
  }

  async #register(interest: string, entry: Entry): Promise<void> {
    await this.#addInBatch(interest)
    entry.state = 'present'
    if (entry.viewers === 0) entry.idleSinceMs = performance.now()
  }

  /**
   * Everything acquired while one call is under way goes to Redis in the next. On one connection that would be answered
   * after it in any case. A call that failed is tried again by itself: nobody waits for that.
   */
  #addInBatch(interest: string): Promise<void> {
    if (this.#batch === null) {
      const interests: string[] = []
      const done = this.#settling(
        this.#asked.then(() => {
          this.#batch = null
          const { promise, resolve } = Promise.withResolvers<void>()
          this.#asked = promise
          return this.#untilDone(() => this.#add(interests).finally(resolve))
        }),
      )
      this.#batch = { interests, done }
    }
    this.#batch.interests.push(interest)
    return this.#batch.done
  }

  /** An answer that comes after the node took a new id says nothing about that id. */
  async #add(interests: readonly string[]): Promise<void> {
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
        return
      } catch (error) {
        this.#log.warn({ err: error, retryInMs: waitMs }, 'the registry did not answer')
        await new Promise((wake) => setTimeout(wake, waitMs))
      }
    }
  }
}
