import { type Cursor, isAfter } from '../cursor.ts'
import type { MemoryEpoch } from '../memory-epoch.ts'
import {
  HISTORY_LIMITS,
  type History,
  type HistoryEntry,
  type HistoryLimits,
  type NewEntry,
  type Placed,
  type Replay,
  type Tail,
} from './history.ts'
import { reachesBack } from './reach.ts'

/** An entry, and what stood before it. */
type Linked = HistoryEntry & { readonly previous: Cursor | null }

interface Kept {
  entries: Linked[]
  appended: Map<string, Placed>
  last: Tail | null
  touchedMs: number
}

/** History of a tier that lives in one process, with the rules of the one in Redis. */
export class MemoryHistory implements History {
  readonly #epoch: MemoryEpoch
  readonly #limits: HistoryLimits
  readonly #kept = new Map<string, Kept>()

  constructor(epoch: MemoryEpoch, limits: HistoryLimits = HISTORY_LIMITS) {
    this.#epoch = epoch
    this.#limits = limits
    epoch.onEnd(() => this.#kept.clear())
  }

  async append(entries: readonly NewEntry[]): Promise<Placed[]> {
    return entries.map((entry) => this.#append(entry))
  }

  async tails(streams: readonly string[]): Promise<Tail[]> {
    const justBefore = { epoch: this.#epoch.current().value, ms: this.#epoch.nowMs() - 1, seq: 0 }
    return streams.map((stream) => this.#read(stream).last ?? { cursor: justBefore })
  }

  async since(requests: readonly { stream: string; after: Cursor }[], limit: number): Promise<Replay[]> {
    const epoch = this.#epoch.current().value
    return requests.map(({ stream, after }) => {
      if (after.epoch !== epoch) return { entries: [], complete: false }
      const { entries, last } = this.#read(stream)
      const [first] = entries
      const before = first ? first.previous : (last?.cursor ?? null)
      const state = { epoch, nowMs: this.#epoch.nowMs(), first: first?.cursor ?? null, before }
      const found = entries.filter((entry) => isAfter(entry.cursor, after))
      const reached = reachesBack(state, after, this.#limits.lastTtlMs)
      return { entries: found.slice(0, limit).map(asKept), complete: reached && found.length <= limit }
    })
  }

  #append({ stream, eventId, event, data, version }: NewEntry): Placed {
    const kept = this.#read(stream)
    const known = kept.appended.get(eventId)
    if (known) return known
    const previous = kept.last?.cursor ?? null
    const cursor = this.#nextCursor(previous)
    kept.entries.push({ cursor, previous, event, data, ...withVersion(version) })
    kept.entries.splice(0, kept.entries.length - this.#limits.length)
    kept.appended.set(eventId, { cursor, previous })
    kept.last = { cursor, ...withVersion(highest(version, kept.last?.version)) }
    kept.touchedMs = this.#epoch.nowMs()
    this.#kept.set(stream, kept)
    return { cursor, previous }
  }

  /** As Redis numbers them: by the clock, and never backwards within a stream. */
  #nextCursor(last: Cursor | null): Cursor {
    const nowMs = this.#epoch.nowMs()
    if (last && last.ms >= nowMs) return { ...last, seq: last.seq + 1 }
    return { epoch: this.#epoch.current().value, ms: nowMs, seq: 0 }
  }

  #read(stream: string): Kept {
    const kept = this.#kept.get(stream) ?? { entries: [], appended: new Map(), last: null, touchedMs: 0 }
    const idleMs = this.#epoch.nowMs() - kept.touchedMs
    if (idleMs >= this.#limits.ttlMs) Object.assign(kept, { entries: [], appended: new Map() })
    if (idleMs >= this.#limits.lastTtlMs) this.#kept.delete(stream)
    return this.#kept.get(stream) ?? { ...kept, last: null }
  }
}

const asKept = ({ previous: _, ...entry }: Linked): HistoryEntry => entry

const highest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b)

const withVersion = (version: number | undefined) => (version === undefined ? {} : { version })
