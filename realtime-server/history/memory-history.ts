import { type Cursor, isAfter } from '../cursor.ts'
import type { MemoryEpoch } from '../memory-epoch.ts'
import {
  type Appended,
  eventIdsOf,
  HISTORY_LIMITS,
  type History,
  type HistoryEntry,
  type HistoryLimits,
  type NewEntry,
  type Replay,
  type Standing,
  type Tail,
} from './history.ts'
import { reachesBack } from './reach.ts'

interface Kept {
  entries: Standing[]
  /** The entry that tells of an event, kept or not; of every event while the stream is in use. */
  appended: Map<string, Standing>
  last: Tail | null
  touchedMs: number
}

/** History of a tier that lives in one process, and not for long, with the rules of the one in Redis. */
export class MemoryHistory implements History {
  readonly #epoch: MemoryEpoch
  readonly #limits: HistoryLimits
  readonly #kept = new Map<string, Kept>()

  constructor(epoch: MemoryEpoch, limits: HistoryLimits = HISTORY_LIMITS) {
    this.#epoch = epoch
    this.#limits = limits
    epoch.onEnd(() => this.#kept.clear())
  }

  async append(entries: readonly NewEntry[]): Promise<Appended[]> {
    const stopped = new Set<string>()
    return entries.map((entry) => {
      const { appended, entries: kept } = this.#read(entry.stream)
      const known = new Set(eventIdsOf(entry).flatMap((id) => appended.get(id) ?? []))
      const missing = eventIdsOf(entry).filter((id) => !appended.has(id))
      if (known.size === 0 && !stopped.has(entry.stream)) return { standing: [this.#append(entry)], missing: [] }
      if (missing.length > 0) stopped.add(entry.stream)
      return { standing: [...known].filter((one) => kept.includes(one)), missing }
    })
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

  #append(entry: NewEntry): Standing {
    const { stream, event, data, version } = entry
    const kept = this.#read(stream)
    const previous = kept.last?.cursor ?? null
    const standing = { cursor: this.#nextCursor(previous), previous, event, data, ...withVersion(version) }
    kept.entries.push(standing)
    kept.entries.splice(0, kept.entries.length - this.#limits.length)
    for (const id of eventIdsOf(entry)) kept.appended.set(id, standing)
    kept.last = { cursor: standing.cursor, ...withVersion(highest(version, kept.last?.version)) }
    kept.touchedMs = this.#epoch.nowMs()
    this.#kept.set(stream, kept)
    return standing
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

const asKept = ({ previous: _, ...entry }: Standing): HistoryEntry => entry

const highest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b)

const withVersion = (version: number | undefined) => (version === undefined ? {} : { version })
