import { inTime } from '#platform/in-time.ts'
import { isCoreUnavailable } from './core-unavailable.ts'

/*
 * Answers of core that pages may show a little late: fresh for a moment, and stale, marked as such, while core is down.
 * Asking for the same key at the same time asks core once.
 */

export interface Dated<T> {
  readonly value: T
  /** Set when core could not be asked: the instant (ISO 8601) of the answer shown instead. */
  readonly staleSince: string | null
}

interface Entry {
  readonly value: unknown
  readonly weight: number
  /** By a clock that nobody sets: how old it is depends on this (decision 0119). */
  readonly atMs: number
  /** The same by the clock that people have, for them to read. */
  readonly date: Date
}

/** A list or show is asked at most once in this time per process: stock levels on cards may lag this much. */
const FRESH_MS = 2_000
/** The longest that a page may stand on an old answer, as the table of failures promises. */
const STALE_LIMIT_MS = 10 * 60_000
/** With an answer at hand, a page waits this long for a newer one: a core that hangs makes pages old, not slow. */
const PATIENCE_MS = 400
/** Characters of JSON kept in all: about 64 MB, some two hundred drawn halls or ten thousand plain shows. */
const WEIGHT_LIMIT = 32_000_000
/**
 * What an answer weighs beside its JSON: its key, its entry and its date take some 280 bytes, and what is no show is an
 * answer too, of four characters, under whatever id a stranger makes up.
 */
const ENTRY_WEIGHT = 300

export class RecentAnswers {
  readonly #entries = new Map<string, Entry>()
  readonly #flights = new Map<string, Promise<unknown>>()
  readonly #now: () => number
  readonly #date: () => Date
  readonly #freshMs: number
  readonly #weightLimit: number
  #weight = 0

  constructor(options: { now?: () => number; date?: () => Date; freshMs?: number; weightLimit?: number } = {}) {
    this.#now = options.now ?? (() => performance.now())
    this.#date = options.date ?? (() => new Date())
    this.#freshMs = options.freshMs ?? FRESH_MS
    this.#weightLimit = options.weightLimit ?? WEIGHT_LIMIT
  }

  /**
   * @param key names the reseller, always, and everything else the answer depends on.
   * @param isUnavailable which failures of `load` an old answer stands in for; any other is a fault of ours, to be seen
   * @throws CoreUnavailable when core cannot be asked and nothing recent enough is known.
   */
  async read<T>(
    key: string,
    load: () => Promise<T>,
    isUnavailable: (error: unknown) => boolean = isCoreUnavailable,
  ): Promise<Dated<T>> {
    const known = this.#entries.get(key)
    if (known && this.#now() - known.atMs < this.#freshMs) return { value: known.value as T, staleSince: null }
    const usable = known !== undefined && this.#now() - known.atMs < STALE_LIMIT_MS
    const flight = this.#loadOnce(key, load)
    if (!usable) return { value: await flight, staleSince: null }
    const old = { value: known.value as T, staleSince: known.date.toISOString() }
    try {
      // It is waited for no longer, but it is not given up: whoever asks next has it.
      const fresh = flight.then((value): Dated<T> => ({ value, staleSince: null }))
      return await inTime(fresh, PATIENCE_MS, () => old)
    } catch (error) {
      if (isUnavailable(error)) return old
      throw error
    }
  }

  #loadOnce<T>(key: string, load: () => Promise<T>): Promise<T> {
    const flying = this.#flights.get(key)
    if (flying) return flying as Promise<T>
    const flight = load()
      .then((value) => {
        this.#keep(key, value)
        return value
      })
      .finally(() => this.#flights.delete(key))
    this.#flights.set(key, flight)
    return flight
  }

  /** The map's order is the order of last loading; what was loaded longest ago goes first. */
  #keep(key: string, value: unknown): void {
    this.#drop(key)
    const weight = ENTRY_WEIGHT + key.length + JSON.stringify(value ?? null).length
    this.#entries.set(key, { value, weight, atMs: this.#now(), date: this.#date() })
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#weightLimit) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0
    this.#entries.delete(key)
  }
}
