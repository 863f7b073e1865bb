import type { Redis } from 'ioredis'
import { z } from 'zod'
import { type Cursor, entryCursor, startOf } from '../cursor.ts'
import { epochCandidate } from '../epoch.ts'
import {
  HISTORY_LENGTH,
  HISTORY_TTL_MS,
  type History,
  type HistoryEntry,
  type NewEntry,
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
  readonly #length: number
  readonly #ttlMs: number

  constructor(
    redis: Redis,
    limits: { length: number; ttlMs: number } = { length: HISTORY_LENGTH, ttlMs: HISTORY_TTL_MS },
  ) {
    this.#redis = redis
    this.#length = limits.length
    this.#ttlMs = limits.ttlMs
  }

  async append(entries: readonly NewEntry[]): Promise<Cursor[]> {
    const cursors: Cursor[] = []
    for (const part of chunks(entries, APPEND_CHUNK)) {
      const fields = part.flatMap((e) => [e.stream, e.eventId, e.event, e.data, e.version ?? ''])
      const reply = await APPEND.run(this.#redis, [], [epochCandidate(), this.#length, this.#ttlMs, ...fields])
      const [epoch, ...ids] = z.tuple([z.string()], z.string()).parse(reply)
      cursors.push(...ids.map((id) => entryCursor(epoch, id)))
    }
    return cursors
  }

  async tails(streams: readonly string[]): Promise<Tail[]> {
    const tails: Tail[] = []
    for (const part of chunks(streams, READ_CHUNK)) {
      const reply = await TAILS.run(this.#redis, [], [epochCandidate(), ...part])
      const [epoch, , ...flat] = z.tuple([z.string(), z.int()], z.string()).parse(reply)
      for (let i = 0; i < flat.length; i += 2) tails.push(readTail(epoch, flat[i] as string, flat[i + 1] as string))
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
        replays.push(readReplay({ epoch, nowMs }, (part[i] as { after: Cursor }).after, one, limit, this.#ttlMs))
      }
    }
    return replays
  }
}

const Entry = z.tuple([z.string(), z.array(z.string())])
const OneReply = z.tuple([z.int(), z.int(), z.string(), z.array(Entry)])
const SinceReply = z.tuple([z.string(), z.int()], OneReply)

function readTail(epoch: string, id: string, version: string): Tail {
  if (id === '') return { cursor: startOf(epoch) }
  return { cursor: entryCursor(epoch, id), ...(version === '' ? {} : { version: Number(version) }) }
}

function readReplay(
  at: { epoch: string; nowMs: number },
  after: Cursor,
  [added, length, first, raw]: z.infer<typeof OneReply>,
  limit: number,
  ttlMs: number,
): Replay {
  const state = { ...at, added, length, first: first === '' ? null : entryCursor(at.epoch, first) }
  // Of another epoch: the position says nothing about this history, and neither does what comes after it.
  if (after.epoch !== at.epoch) return { entries: [], complete: false }
  const entries = raw.slice(0, limit).map(([id, fields]) => readEntry(at.epoch, id, fields))
  return { entries, complete: raw.length <= limit && reachesBack(state, after, ttlMs) }
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

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
