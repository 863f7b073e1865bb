import { setTimeout } from 'node:timers/promises'
import { planFor } from './keeping.ts'
import type { KeptPage } from './kept-page.ts'

/** Bytes in all: three hundred pages of the size of a show's, or a hundred of the largest. */
const WEIGHT_LIMIT = 32_000_000
/** What an address weighs of which nothing is kept yet. */
const ADDRESS_WEIGHT = 1_000
/** Made for keeping at a time: a rush is on few pages, and what only one visitor asks for comes first. */
const MAKING_LIMIT = 2
/** A page takes some 30 ms. While core is slow, visitors are better off with their own: it shows its frame meanwhile. */
const PATIENCE_MS = 300

type Making = Promise<KeptPage | null>

interface Entry {
  readonly askedAtMs: number
  readonly kept: { readonly page: KeptPage; readonly askedForAtMs: number } | null
  readonly making: Making | null
}

/** Pages that are the same for everybody, for a moment each, so that a rush has them rendered once and not a thousand times. */
export class KeptPages {
  /** The one that was asked for last is the last. */
  readonly #entries = new Map<string, Entry>()
  readonly #now: () => number
  readonly #weightLimit: number
  #weight = 0
  #makingCount = 0

  constructor(options: { now?: () => number; weightLimit?: number } = {}) {
    this.#now = options.now ?? Date.now
    this.#weightLimit = options.weightLimit ?? WEIGHT_LIMIT
  }

  /**
   * @param key names the reseller's host and version, and everything else the page depends on
   * @param make makes the page once more; null for one that may not be kept
   * @returns null when the visitor's own has to be rendered
   */
  async ask(key: string, make: () => Making): Promise<KeptPage | null> {
    const askedAtMs = this.#now()
    const entry = this.#entries.get(key) ?? null
    const plan = planFor(entry && { ...entry, keptAtMs: entry.kept?.askedForAtMs ?? null }, askedAtMs)
    const gives = plan === 'give' || plan === 'give-and-make'
    const kept = gives ? (entry?.kept ?? null) : null
    this.#put(key, { askedAtMs, kept, making: entry?.making ?? null })
    const makes = plan === 'make' || plan === 'give-and-make'
    const making = makes ? (entry?.making ?? this.#make(key, askedAtMs, make)) : null
    if (kept) return kept.page
    return making && Promise.race([making, setTimeout(PATIENCE_MS, null, { ref: false })])
  }

  /** Bytes of what is kept and of addresses, as they are counted. */
  get weight(): number {
    return this.#weight
  }

  /** @returns null when enough is being made */
  #make(key: string, askedForAtMs: number, make: () => Making): Making | null {
    if (this.#makingCount >= MAKING_LIMIT) return null
    this.#makingCount += 1
    // Whoever waited has a page of their own rendered, and whoever asks next tries again.
    const making = make()
      .catch(() => null)
      .then((page) => {
        this.#makingCount -= 1
        const entry = this.#entries.get(key)
        if (entry) this.#put(key, { ...entry, kept: page && { page, askedForAtMs }, making: null })
        return page
      })
    const entry = this.#entries.get(key)
    if (entry) this.#put(key, { ...entry, making })
    return making
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
