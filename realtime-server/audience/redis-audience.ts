import type { Redis } from 'ioredis'
import { z } from 'zod'
import { chunks } from '../chunks.ts'
import { epochCandidate } from '../epoch.ts'
import { DISTRUST_MS } from '../registry/registry.ts'
import { type Audience, RENEW_MS, type Share, SUM_EVERY_MS, type Taken, type Tally } from './audience.ts'
import { REPORT, TAKE_DUE, TOLD } from './audience-scripts.ts'

/** Shows per script call: some two milliseconds of Redis's time at five commands each, so that nobody else waits long. */
const CHUNK = 500

/** Shares of dead nodes taken away per call: a full node's are gone within seconds, and until then they do not count. */
const SWEEP = 500

/** Shares summed per call, some three milliseconds of Redis's time: 200 shows on 25 nodes, or 16 on 300. */
const BUDGET = 5_000

/** The audience in Redis. Errors of the connection pass through: without Redis nobody is told a number. */
export class RedisAudience implements Audience {
  readonly #redis: Redis

  constructor(redis: Redis) {
    this.#redis = redis
  }

  async report(node: string, shares: readonly Share[]): Promise<void> {
    for (const part of chunks(shares, CHUNK)) {
      await REPORT.run(this.#redis, [], [node, SUM_EVERY_MS, ...flat(part)])
    }
  }

  async takeDue(limit: number): Promise<Taken> {
    const options = [DISTRUST_MS, epochCandidate(), limit, SUM_EVERY_MS, RENEW_MS, SWEEP, BUDGET]
    return readTaken(await TAKE_DUE.run(this.#redis, [], options))
  }

  async told(tallies: readonly Tally[]): Promise<void> {
    for (const part of chunks(tallies, CHUNK)) await TOLD.run(this.#redis, [], flat(part))
  }
}

const flat = (shares: readonly Share[]): (string | number)[] => shares.flatMap(({ showId, count }) => [showId, count])

const Reply = z.array(z.union([z.string(), z.int()])).min(2)
const End = z.tuple([z.int(), z.int()])
const Row = z.tuple([z.string(), z.int(), z.int(), z.int()])

function readTaken(reply: unknown): Taken {
  const values = Reply.parse(reply)
  const [more, nowMs] = End.parse(values.slice(-2))
  const tallies = Array.from({ length: (values.length - 2) / 4 }, (_, i) => {
    const [showId, count, told, toldAtMs] = Row.parse(values.slice(4 * i, 4 * i + 4))
    return { showId, count, told: told < 0 ? null : { count: told, agoMs: nowMs - toldAtMs } }
  })
  return { tallies, more: more === 1 }
}
