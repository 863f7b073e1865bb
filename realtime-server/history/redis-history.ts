import type { Redis } from 'ioredis'
import { z } from 'zod'
import { chunks } from '../chunks.ts'
import { type Cursor, entryCursor } from '../cursor.ts'
import { epochCandidate } from '../epoch.ts'
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
import { APPEND, SINCE, TAILS } from './history-scripts.ts'
import { reachesBack } from './reach.ts'

/** Entries per append call: some ten milliseconds of Redis's time at most. */
const APPEND_CHUNK = 250
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

  async append(entries: readonly NewEntry[]): Promise<Placed[]> {
    const placed: Placed[] = []
    for (const part of chunks(entries, APPEND_CHUNK)) {
      const fields = part.flatMap((e) => [e.stream, e.eventId, e.event, e.data, e.version ?? ''])
      const { length, ttlMs, lastTtlMs } = this.#limits
      const reply = await APPEND.run(this.#redis, [], [epochCandidate(), length, ttlMs, lastTtlMs, ...fields])
      const [epoch, ...places] = z.tuple([z.string()], z.string()).parse(reply)
      placed.push(...places.map((place) => readPlace(epoch, place)))
    }
    return placed
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
}

const Entry = z.tuple([z.string(), z.array(z.string())])
const OneReply = z.tuple([z.string(), z.string(), z.array(Entry)])
const SinceReply = z.tuple([z.string(), z.int()], OneReply)

const cursorOrNull = (epoch: string, id: string): Cursor | null => (id === '' ? null : entryCursor(epoch, id))

function readPlace(epoch: string, place: string): Placed {
  const [id = '', previous = ''] = place.split(' ')
  return { cursor: entryCursor(epoch, id), previous: cursorOrNull(epoch, previous) }
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

function readEntry(epoch: string, id: string, fields: readonly string[]): HistoryEntry {
  const named = new Map(Array.from({ length: fields.length / 2 }, (_, i) => [fields[2 * i], fields[2 * i + 1] ?? '']))
  const version = named.get('v') ?? ''
  return {
    cursor: entryCursor(epoch, id),
    event: named.get('e') ?? '',
    data: named.get('d') ?? '',
    ...(version === '' ? {} : { version: Number(version) }),
  }
}
