import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { freshRedis } from '#dev/test/services.ts'
import { isAfter, startOf } from '../cursor.ts'
import { describeHistory, LENGTH_IN_TEST } from './history.suite.ts'
import { HISTORY_LIMITS, HISTORY_TTL_MS, LAST_TTL_MS } from './history.ts'
import { RedisHistory } from './redis-history.ts'

const show = 'public.show.42'
const sale = { stream: show, eventId: 'sale-1', event: 'ticket.sold', data: '{}', version: 1 }

async function open() {
  const fresh = await freshRedis()
  const redis = new Redis(fresh.url)
  const drop = async (pattern: string) => {
    const keys = await redis.keys(pattern)
    if (keys.length > 0) await redis.del(...keys)
  }
  return {
    redis,
    history: new RedisHistory(redis, { ...HISTORY_LIMITS, length: LENGTH_IN_TEST }),
    async forget(stream: string, what: 'entries' | 'everything') {
      await drop(`rt:history:*:${stream}`)
      if (what === 'everything') await drop(`rt:last:*:${stream}`)
    },
    async empty() {
      // Two epochs of one millisecond would have no certain order.
      const [before] = await redis.time()
      while ((await redis.time())[0] === before && (await redis.dbsize()) > 0) await redis.flushdb()
    },
    async [Symbol.asyncDispose]() {
      await redis.quit()
      await fresh[Symbol.asyncDispose]()
    },
  }
}

describeHistory('a history in Redis', open)

describe('a history in Redis', () => {
  const keyOf = async (redis: Redis, kind: string): Promise<string> =>
    (await redis.keys(`rt:${kind}:*`))[0] ?? expect.unreachable(kind)

  test('lets everything expire: entries and marks after ten minutes, the newest id after a day', async () => {
    await using held = await open()
    await held.history.append([sale])
    const ttl = async (kind: string) => held.redis.pttl(await keyOf(held.redis, kind))
    expect(await ttl('history')).toBeGreaterThan(HISTORY_TTL_MS - 10_000)
    expect(await ttl('appended')).toBeGreaterThan(HISTORY_TTL_MS - 10_000)
    expect(await ttl('last')).toBeGreaterThan(LAST_TTL_MS - 10_000)
    expect((await held.redis.keys('*')).toSorted().map((key) => key.split(':')[1])).toEqual(
      ['appended', 'epoch', 'history', 'last'].toSorted(),
    )
  })

  test('never goes back in a stream, not even when the clock did and the entries have expired', async () => {
    await using held = await open()
    const [first] = await held.history.append([sale])
    const inAnHour = Date.now() + 3_600_000
    await held.redis.set(await keyOf(held.redis, 'last'), `${inAnHour}-7 1`)
    await held.forget(show, 'entries')
    const [second] = await held.history.append([{ ...sale, eventId: 'sale-2' }])
    const epoch = first?.standing[0]?.cursor.epoch
    expect(second?.standing[0]).toMatchObject({
      cursor: { epoch, ms: inAnHour, seq: 8 },
      previous: { epoch, ms: inAnHour, seq: 7 },
    })
  })

  test('begins a new epoch when the server is another one than before, and keeps it otherwise', async () => {
    await using held = await open()
    const [first] = await held.history.append([sale])
    expect((await held.history.append([sale]))[0]).toEqual(first)
    await nextMillisecond(held.redis)
    await held.redis.hset('rt:epoch', 'replid', 'that-of-the-master-that-died')
    const [again] = await held.history.append([sale])
    const [old, now] = [first, again].map((one) => one?.standing[0]?.cursor ?? expect.unreachable())
    expect(isAfter(startOf(now?.epoch ?? ''), old ?? expect.unreachable())).toBe(true)
  })

  test('finds its scripts again on a server that has forgotten them', async () => {
    await using held = await open()
    const placed = await held.history.append([sale])
    await held.redis.script('FLUSH')
    expect(await held.history.append([sale])).toEqual(placed)
  })
})

/** Epochs begin with the millisecond they are minted in; two of the same one have no order. */
async function nextMillisecond(redis: Redis): Promise<void> {
  const minted = Number(await redis.hget('rt:epoch', 'minted'))
  for (let nowMs = 0; nowMs <= minted; ) {
    const [seconds, micros] = (await redis.time()).map(Number)
    nowMs = (seconds ?? 0) * 1_000 + Math.floor((micros ?? 0) / 1_000)
  }
}
