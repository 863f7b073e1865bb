import { type Cursor, entryCursor, isAfter, startOf } from '../cursor.ts'
import type { MemoryEpoch } from '../memory-epoch.ts'
import {
  HISTORY_LENGTH,
  HISTORY_TTL_MS,
  type History,
  type HistoryEntry,
  type NewEntry,
  type Replay,
  type Tail,
} from './history.ts'
import { reachesBack } from './reach.ts'

interface Kept {
  readonly entries: HistoryEntry[]
  readonly appended: Map<string, Cursor>
  added: number
  touchedMs: number
}

/** History of a tier that lives in one process, with the rules of the one in Redis. */
export class MemoryHistory implements History {
  readonly #epoch: MemoryEpoch
  readonly #length: number
  readonly #ttlMs: number
  readonly #kept = new Map<string, Kept>()

  constructor(
    epoch: MemoryEpoch,
    limits: { length: number; ttlMs: number } = { length: HISTORY_LENGTH, ttlMs: HISTORY_TTL_MS },
  ) {
    this.#epoch = epoch
    this.#length = limits.length
    this.#ttlMs = limits.ttlMs
    epoch.onEnd(() => this.#kept.clear())
  }

  async append(entries: readonly NewEntry[]): Promise<Cursor[]> {
    return entries.map((entry) => this.#append(entry))
  }

  async tails(streams: readonly string[]): Promise<Tail[]> {
    const start = startOf(this.#epoch.current().value)
    return streams.map((stream) => {
      const last = this.#read(stream)?.entries.at(-1)
      return last ? { cursor: last.cursor, ...withVersion(last.version) } : { cursor: start }
    })
  }

  async since(requests: readonly { stream: string; after: Cursor }[], limit: number): Promise<Replay[]> {
    const epoch = this.#epoch.current().value
    return requests.map(({ stream, after }) => {
      if (after.epoch !== epoch) return { entries: [], complete: false }
      const { entries, added } = this.#read(stream) ?? { entries: [], added: 0 }
      const state = { epoch, nowMs: this.#epoch.nowMs(), added, length: entries.length }
      const found = entries.filter((entry) => isAfter(entry.cursor, after))
      const reached = reachesBack({ ...state, first: entries[0]?.cursor ?? null }, after, this.#ttlMs)
      return { entries: found.slice(0, limit), complete: reached && found.length <= limit }
    })
  }

  #append({ stream, eventId, event, data, version }: NewEntry): Cursor {
    const kept: Kept = this.#read(stream) ?? { entries: [], appended: new Map(), added: 0, touchedMs: 0 }
    const known = kept.appended.get(eventId)
    if (known) return known
    const cursor = nextCursor(this.#epoch, kept.entries.at(-1)?.cursor)
    kept.entries.push({ cursor, event, data, ...withVersion(version) })
    kept.entries.splice(0, kept.entries.length - this.#length)
    kept.appended.set(eventId, cursor)
    // Redis forgets by age; here the oldest half goes when there are more than a history could hold anyway.
    if (kept.appended.size > 4 * this.#length) {
      for (const old of [...kept.appended.keys()].slice(0, 2 * this.#length)) kept.appended.delete(old)
    }
    kept.added += 1
    kept.touchedMs = this.#epoch.nowMs()
    this.#kept.set(stream, kept)
    return cursor
  }

  #read(stream: string): Kept | undefined {
    const kept = this.#kept.get(stream)
    if (kept && kept.touchedMs + this.#ttlMs <= this.#epoch.nowMs()) this.#kept.delete(stream)
    return this.#kept.get(stream)
  }
}

/** As Redis numbers them: by the clock, and never backwards within a stream. */
function nextCursor(epoch: MemoryEpoch, last: Cursor | undefined): Cursor {
  const { value } = epoch.current()
  const nowMs = epoch.nowMs()
  if (last && last.ms >= nowMs) return { ...last, seq: last.seq + 1 }
  return entryCursor(value, `${nowMs}-0`)
}

const withVersion = (version: number | undefined) => (version === undefined ? {} : { version })
