import { setTimeout } from 'node:timers/promises'
import { planFor } from './keeping.ts'
import type { KeptPage } from './kept-page.ts'

/** Bytes in all: three hundred pages of the size of a show's, or a hundred of the largest. */
const WEIGHT_LIMIT = 32_000_000
/** What an address weighs of which nothing is kept yet. */
const ADDRESS_WEIGHT = 1_000
/** Made at a time for the first time, and as many anew: a rush is on few pages, and visitors' own come first. */
const MAKING_LIMIT = 2
/**
 * A page takes some 30 ms. When it was not there this long after it was asked for, core is slow, and visitors are better off
 * with their own: it shows its frame meanwhile.
 */
const PATIENCE_MS = 300

type Make = () => Promise<KeptPage | null>

interface Making {
  readonly askedForAtMs: number
  readonly page: Promise<KeptPage | null>
}

interface Entry {
  readonly askedAtMs: number
  readonly kept: { readonly page: KeptPage; readonly askedForAtMs: number } | null
  readonly making: Making | null
  readonly refusedAtMs: number | null
}

const UNKNOWN = { kept: null, making: null, refusedAtMs: null }

interface Options {
  /** Hears why a page could not be made. */
  readonly failed?: (error: unknown) => void
  readonly now?: () => number
  readonly weightLimit?: number
}

/** Pages that are the same for everybody, for a moment each, so that a rush has them rendered once and not a thousand times. */
export class KeptPages {
  /** The one that was asked for last is the last. */
  readonly #entries = new Map<string, Entry>()
  readonly #failed: (error: unknown) => void
  readonly #now: () => number
  readonly #weightLimit: number
  #weight = 0
  readonly #makingCounts = { first: 0, anew: 0 }

  constructor({ failed = () => {}, now = () => performance.now(), weightLimit = WEIGHT_LIMIT }: Options = {}) {
    this.#failed = failed
    this.#now = now
    this.#weightLimit = weightLimit
  }

  /**
   * @param key names the reseller's host and version, and everything else the page depends on
   * @param make makes the page once more; null for one that may not be kept
   * @returns null when the visitor's own has to be rendered
   */
  async ask(key: string, make: Make): Promise<KeptPage | null> {
    const askedAtMs = this.#now()
    const entry = this.#entries.get(key)
    const plan = planFor(entry ? { ...entry, keptAtMs: entry.kept?.askedForAtMs ?? null } : null, askedAtMs)
    this.#put(key, { ...(entry ?? UNKNOWN), askedAtMs })
    switch (plan) {
      case 'render':
        return null
      case 'give':
        return entry?.kept?.page ?? null
      case 'give-and-make':
        if (!entry?.making) this.#make(key, make, 'anew')
        return entry?.kept?.page ?? null
      case 'make':
        return this.#within(entry?.making ?? this.#make(key, make, 'first'))
    }
  }

  /** Bytes of what is kept and of addresses, as they are counted. */
  get weight(): number {
    return this.#weight
  }

  /** Nobody waits for what has taken too long already, and so nobody is given what is old by then. */
  #within(making: Making | null): Promise<KeptPage | null> | null {
    const leftMs = making ? making.askedForAtMs + PATIENCE_MS - this.#now() : 0
    return making && leftMs > 0 ? Promise.race([making.page, setTimeout(leftMs, null, { ref: false })]) : null
  }

  /** @returns null when enough is being made */
  #make(key: string, make: Make, time: 'first' | 'anew'): Making | null {
    if (this.#makingCounts[time] >= MAKING_LIMIT) return null
    this.#makingCounts[time] += 1
    const askedForAtMs = this.#now()
    const page: Making['page'] = Promise.resolve()
      .then(make)
      .finally(() => {
        this.#makingCounts[time] -= 1
      })
      .then(
        (made) => this.#settle(key, making, made && { page: made, askedForAtMs }),
        (error: unknown) => {
          this.#failed(error)
          // What is kept of it is as good as it was.
          return this.#settle(key, making, undefined)
        },
      )
    const making: Making = { askedForAtMs, page }
    const entry = this.#entries.get(key)
    if (entry) this.#put(key, { ...entry, making })
    return making
  }

  /** @param kept null for what may not be kept, undefined when that is not known */
  #settle(key: string, making: Making, kept: Entry['kept'] | undefined): KeptPage | null {
    const entry = this.#entries.get(key)
    // It may have been forgotten meanwhile, and be asked for again.
    if (entry?.making === making) {
      const outcome = kept === undefined ? {} : { kept }
      this.#put(key, { ...entry, ...outcome, making: null, refusedAtMs: kept ? null : this.#now() })
    }
    return kept?.page ?? null
  }

  #put(key: string, entry: Entry): void {
    this.#forget(key)
    this.#entries.set(key, entry)
    this.#weight += weightOf(entry)
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#weightLimit) break
      this.#forget(oldest)
    }
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    this.#weight -= weightOf(entry)
  }
}

const weightOf = ({ kept }: Entry): number => ADDRESS_WEIGHT + (kept?.page.body.length ?? 0)
