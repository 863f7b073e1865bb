import { isRecord, parseJson } from '#components/realtime/shape.ts'
import { StoredText, type TextStorage } from './stored-text.ts'

/** A hold that this browser made, and of which show. */
interface OpenHold {
  readonly holdId: string
  readonly showId: string
  readonly atMs: number
}

/** Nobody fills more baskets than this within the minutes that one lasts, and each of a show costs its page a question. */
const MOST_REMEMBERED = 20
/** The storefront says when a hold is over; one that nobody looked at again for a day is. */
const REMEMBERED_MS = 24 * 60 * 60_000
const STORAGE_KEY = 'marquee open holds'

/**
 * The holds that this browser has, so that pages of their shows lead back to them. Kept in local storage, which all tabs of
 * one shop read; where that is missing or full a tab remembers its own, until it is closed.
 */
export class OpenHolds {
  readonly #list: StoredText
  readonly #nowMs: () => number
  readonly #listeners = new Set<() => void>()

  constructor(storage: () => TextStorage, nowMs: () => number = Date.now) {
    this.#list = new StoredText(storage, STORAGE_KEY)
    this.#nowMs = nowMs
  }

  remember(showId: string, holdId: string): void {
    const others = this.#holds().filter((hold) => hold.holdId !== holdId)
    this.#write([...others, { holdId, showId, atMs: this.#nowMs() }].slice(-MOST_REMEMBERED))
  }

  /** It is over: given back, expired or bought. */
  forget(holdId: string): void {
    const all = this.#holds()
    const others = all.filter((hold) => hold.holdId !== holdId)
    if (others.length < all.length) this.#write(others)
  }

  /** Ids of those of a show, oldest first. */
  of(showId: string): string[] {
    return this.#holds().flatMap((hold) => (hold.showId === showId ? hold.holdId : []))
  }

  /** Calls back for changes made in this tab; storage itself tells of those in others. Returns how to stop. */
  listen(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  #holds(): readonly OpenHold[] {
    const sinceMs = this.#nowMs() - REMEMBERED_MS
    const stored = parseJson(this.#list.read() ?? '[]')
    return Array.isArray(stored) ? stored.filter(isOpenHold).filter((hold) => hold.atMs > sinceMs) : []
  }

  #write(holds: readonly OpenHold[]): void {
    this.#list.write(JSON.stringify(holds))
    for (const changed of this.#listeners) changed()
  }
}

const isOpenHold = (value: unknown): value is OpenHold =>
  isRecord(value) &&
  typeof value.holdId === 'string' &&
  typeof value.showId === 'string' &&
  typeof value.atMs === 'number'

/** This browser's. */
export const openHolds = new OpenHolds(() => localStorage)
