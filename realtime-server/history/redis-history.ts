import type { Redis } from 'ioredis'
import { z } from 'zod'
import { chunks } from '../chunks.ts'
import { type Cursor, entryCursor } from '../cursor.ts'
import { epochCandidate } from '../epoch.ts'
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
import { APPEND, SINCE, TAILS } from './history-scripts.ts'
import { reachesBack } from './reach.ts'

/** Events per append call, more only in one entry: some ten milliseconds of Redis's time at most. */
const APPEND_EVENTS = 250
/** Streams per read call: a connection follows 32 at most, a node catching up has thousands. */
const READ_CHUNK = 100

/** History in Redis Streams. Errors of the connection pass through. */
export class RedisHistory implements History {
  readonly #redis: Redis
  readonly #limits: HistoryLimits

  constructor(redis: Redis, limits: HistoryLimits = HISTORY_LIMITS) {
    this.#redis = redis
    this.#limits = limits
  }

  async append(entries: readonly NewEntry[]): Promise<Appended[]> {
    const appended: Appended[] = []
    const stopped = new Set<string>()
    for (const part of byEvents(entries)) {
      const open = part.filter(({ stream }) => !stopped.has(stream))
      const results = new Map(open.length === 0 ? [] : await this.#append(open))
      for (const entry of part) {
        const result = results.get(entry) ?? { standing: [], missing: eventIdsOf(entry) }
        if (result.missing.length > 0) stopped.add(entry.stream)
        appended.push(result)
      }
    }
    return appended
  }

  async tails(streams: readonly string[]): Promise<Tail[]> {
    const tails: Tail[] = []
    for (const part of chunks(streams, READ_CHUNK)) {
      const reply = await TAILS.run(this.#redis, [], [epochCandidate(), ...part])
      const [epoch, nowMs, ...found] = z.tuple([z.string(), z.int()], z.string()).parse(reply)
      tails.push(...found.map((last) => readTail(epoch, nowMs, last)))
    }
    return tails
  }

  async since(requests: readonly { stream: string; after: Cursor }[], limit: number): Promise<Replay[]> {
    const replays: Replay[] = []
    for (const part of chunks(requests, READ_CHUNK)) {
      const wanted = part.flatMap(({ stream, after }) => [stream, `${after.ms}-${after.seq}`])
      const reply = await SINCE.run(this.#redis, [], [epochCandidate(), limit + 1, ...wanted])
      const [epoch, nowMs, ...found] = SinceReply.parse(reply)
      for (const [i, one] of found.entries()) {
        replays.push(
          readReplay({ epoch, nowMs }, (part[i] as { after: Cursor }).after, one, limit, this.#limits.lastTtlMs),
        )
      }
    }
    return replays
  }

  async #append(entries: readonly NewEntry[]): Promise<[NewEntry, Appended][]> {
    const { length, ttlMs, lastTtlMs } = this.#limits
    const fields = entries.flatMap((entry) => {
      const ids = eventIdsOf(entry)
      return [entry.stream, entry.event, entry.data, entry.version ?? '', ids.length, ...ids]
    })
    const reply = await APPEND.run(this.#redis, [], [epochCandidate(), length, ttlMs, lastTtlMs, ...fields])
    const [epoch, ...found] = AppendReply.parse(reply)
    return entries.map((entry, i) => [entry, readAppended(epoch, entry, found[i] as z.infer<typeof OneAppended>)])
  }
}

/** In order, in parts of at most so many events, or of one entry. */
function* byEvents(entries: readonly NewEntry[]): Generator<readonly NewEntry[]> {
  let part: NewEntry[] = []
  let events = 0
  for (const entry of entries) {
    const more = eventIdsOf(entry).length
    if (part.length > 0 && events + more > APPEND_EVENTS) {
      yield part
      part = []
      events = 0
    }
    part.push(entry)
    events += more
  }
  if (part.length > 0) yield part
}

const Entry = z.tuple([z.string(), z.array(z.string())])
const OneAppended = z.tuple([z.string(), z.string(), z.array(z.int()), z.array(Entry)])
const AppendReply = z.tuple([z.string()], OneAppended)
const OneReply = z.tuple([z.string(), z.string(), z.array(Entry)])
const SinceReply = z.tuple([z.string(), z.int()], OneReply)

const cursorOrNull = (epoch: string, id: string): Cursor | null => (id === '' ? null : entryCursor(epoch, id))

function readAppended(
  epoch: string,
  entry: NewEntry,
  [id, previous, missing, known]: z.infer<typeof OneAppended>,
): Appended {
  if (id === '') {
    const ids = eventIdsOf(entry)
    return {
      standing: known.map(([knownId, fields]) => readStanding(epoch, knownId, fields)),
      missing: missing.map((n) => ids[n - 1] as string),
    }
  }
  const { event, data, version } = entry
  const cursor = entryCursor(epoch, id)
  const versioned = version === undefined ? {} : { version }
  return { standing: [{ cursor, previous: cursorOrNull(epoch, previous), event, data, ...versioned }], missing: [] }
}

function readTail(epoch: string, nowMs: number, last: string): Tail {
  const [id = '', version = ''] = last.split(' ')
  const cursor = cursorOrNull(epoch, id) ?? { epoch, ms: nowMs - 1, seq: 0 }
  return { cursor, ...(version === '' ? {} : { version: Number(version) }) }
}

function readReplay(
  at: { epoch: string; nowMs: number },
  after: Cursor,
  [first, before, raw]: z.infer<typeof OneReply>,
  limit: number,
  memoryMs: number,
): Replay {
  // Of another epoch: the position says nothing about this history, and neither does what comes after it.
  if (after.epoch !== at.epoch) return { entries: [], complete: false }
  const state = { ...at, first: cursorOrNull(at.epoch, first), before: cursorOrNull(at.epoch, before) }
  const entries = raw.slice(0, limit).map(([id, fields]) => readEntry(at.epoch, id, fields))
  return { entries, complete: raw.length <= limit && reachesBack(state, after, memoryMs) }
}

const readEntry = (epoch: string, id: string, fields: readonly string[]): HistoryEntry => {
  const { previous: _, ...entry } = readStanding(epoch, id, fields)
  return entry
}

function readStanding(epoch: string, id: string, fields: readonly string[]): Standing {
  const named = new Map(Array.from({ length: fields.length / 2 }, (_, i) => [fields[2 * i], fields[2 * i + 1] ?? '']))
  const version = named.get('v') ?? ''
  return {
    cursor: entryCursor(epoch, id),
    previous: cursorOrNull(epoch, named.get('p') ?? ''),
    event: named.get('e') ?? '',
    data: named.get('d') ?? '',
    ...(version === '' ? {} : { version: Number(version) }),
  }
}
