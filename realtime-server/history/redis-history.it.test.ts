import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { freshRedis } from '#dev/test/services.ts'
import { type Cursor, isAfter, startOf } from '../cursor.ts'
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
      await nextMillisecond(redis)
      await redis.flushdb()
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

  describe('under whose keys stands what none of us wrote', () => {
    const others = 'public.show.7'
    const garbage = async (redis: Redis, ...kinds: string[]) => {
      for (const kind of kinds) await redis.set((await redis.keys(`rt:${kind}:*:${show}*`))[0] ?? '', 'garbage')
    }
    const list = async (redis: Redis, ...kinds: string[]) => {
      for (const kind of kinds) {
        const key = (await redis.keys(`rt:${kind}:*:${show}*`))[0] ?? ''
        await redis.multi().del(key).rpush(key, 'garbage').exec()
      }
    }

    /** Two sales of one show and one of another stood there; then something befell the first show's keys. */
    async function befallen(spoil: (redis: Redis) => Promise<void>) {
      const held = await open()
      const { history, redis } = held
      const [one, two, other] = (
        await history.append([sale, { ...sale, eventId: 'sale-2', version: 2 }, { ...sale, stream: others }])
      ).map(({ standing }) => standing[0]?.cursor ?? expect.unreachable())
      if (!one || !two || !other) return expect.unreachable()
      // What had been appended is known to the millisecond.
      await nextMillisecond(redis, two.ms + 1)
      await spoil(redis)
      const after = async (cursor: Cursor, stream = show) => {
        const [replay = expect.unreachable()] = await history.since([{ stream, after: cursor }], 100)
        return [replay.complete, replay.entries.map(({ version }) => version)]
      }
      /** Goes on, and on the other show too. */
      const goOn = async () => {
        const placed = await history.append([
          { ...sale, eventId: 'sale-3', version: 3 },
          { ...sale, stream: others, eventId: 'sale-2', version: 2 },
        ])
        expect(placed.map(({ standing, missing }) => [standing.length, missing])).toEqual([[1, []], [1, []]]) // biome-ignore format: one line
        expect(await after(startOf(other.epoch), others)).toEqual([true, [1, 2]])
        return placed[0]?.standing[0] ?? expect.unreachable()
      }
      return Object.assign(held, { one, two, after, goOn })
    }

    test.each([
      ['a string', garbage],
      ['a list', list],
    ])('goes on where its entries are %s: whoever needs them refetches, and nobody else', async (_what, spoil) => {
      await using held = await befallen((redis) => spoil(redis, 'history'))
      const third = await held.goOn()
      expect(third.previous).toEqual(held.two)
      expect(await held.after(held.one)).toEqual([false, [3]])
      expect(await held.after(held.two)).toEqual([true, [3]])
    })

    test('can be read before it goes on', async () => {
      await using held = await befallen((redis) => garbage(redis, 'history', 'last'))
      expect(await held.after(held.two)).toEqual([false, []])
      const [tail = expect.unreachable()] = await held.history.tails([show])
      await held.goOn()
      expect(await held.after(tail.cursor)).toEqual([true, [3]])
    })

    test.each([
      ['a word', garbage],
      ['a list', list],
    ])('goes on where its newest id is %s: nobody is told that nothing was missed', async (_what, spoil) => {
      await using held = await befallen((redis) => spoil(redis, 'last'))
      const third = await held.goOn()
      expect(isAfter(third.previous ?? held.one, held.two)).toBe(true)
      expect(isAfter(third.cursor, third.previous ?? third.cursor)).toBe(true)
      expect(await held.after(held.one)).toEqual([true, [2, 3]])
      expect(await held.history.tails([show])).toEqual([{ cursor: third.cursor, version: 3 }])
    })

    test('goes on where nothing is left of it: all its viewers refetch', async () => {
      await using held = await befallen((redis) => list(redis, 'history', 'last'))
      const third = await held.goOn()
      expect(await held.after(held.two)).toEqual([false, [3]])
      expect(await held.after(third.cursor)).toEqual([true, []])
    })

    test.each([
      ['a word', garbage],
      ['a list', list],
    ])('appends an event again whose mark is %s', async (_what, spoil) => {
      await using held = await befallen((redis) => spoil(redis, 'appended'))
      await held.history.append([sale, { ...sale, eventId: 'sale-2', version: 2 }])
      expect((await held.after(held.two))[0]).toBe(true)
      expect((await held.after(held.two))[1]).toHaveLength(1)
    })
  })

  test('finds its scripts again on a server that has forgotten them', async () => {
    await using held = await open()
    const placed = await held.history.append([sale])
    await held.redis.script('FLUSH')
    expect(await held.history.append([sale])).toEqual(placed)
  })
})

/** Until the clock is past a millisecond. Epochs begin with the one they are minted in; two of the same one have no order. */
async function nextMillisecond(redis: Redis, pastMs?: number): Promise<void> {
  const lastMs = pastMs ?? Number(await redis.hget('rt:epoch', 'minted'))
  for (let nowMs = 0; nowMs <= lastMs; ) {
    const [seconds, micros] = (await redis.time()).map(Number)
    nowMs = (seconds ?? 0) * 1_000 + Math.floor((micros ?? 0) / 1_000)
  }
}
