import type { Consumer, ConsumerRunConfig, EachBatchPayload, Kafka, Producer } from 'kafkajs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type ConsumerOptions, startConsumer } from './kafka-consumer.ts'
import { createLog } from './log.ts'

/*
 * kafkajs has been seen to stop fetching while its process lives, without an error. No broker can be made to do that to
 * it, so this one is ours: it tells of a fetch only when the test says so.
 */
class SilentKafka {
  readonly built: { fetch(): void; join(): void; read(records?: number): Promise<void>; gone: boolean }[] = []
  /** Offsets that were committed, by any of them. */
  readonly commits: number[] = []
  refuses = false
  /** Connecting waits for it. */
  reachable: Promise<void> = Promise.resolve()
  /** Consumers that run. */
  running = 0

  readonly kafka = { consumer: () => this.#consumer() } as unknown as Kafka

  #consumer(): Consumer {
    const listeners = new Map<string, () => void>()
    let runs = false
    let eachBatch: (payload: EachBatchPayload) => Promise<void>
    const one = {
      fetch: () => listeners.get('fetch')?.(),
      join: () => listeners.get('join')?.(),
      read: (records = 1) => eachBatch(batchOf(records)),
      gone: false,
    }
    this.built.push(one)
    return {
      events: { FETCH: 'fetch', GROUP_JOIN: 'join' },
      on: (event: string, listener: () => void) => void listeners.set(event, listener),
      connect: async () => {
        if (this.refuses) throw new Error('no broker')
        await this.reachable
      },
      subscribe: async () => {},
      commitOffsets: async ([first]: { offset: string }[]) => void this.commits.push(Number(first?.offset)),
      run: async (config: ConsumerRunConfig) => {
        eachBatch = config.eachBatch as typeof eachBatch
        this.running += 1
        runs = true
        listeners.get('join')?.()
      },
      disconnect: async () => {
        if (runs) this.running -= 1
        runs = false
        one.gone = true
      },
    } as unknown as Consumer
  }
}

/** From offset 4 on. */
const batchOf = (records: number) =>
  ({
    batch: {
      ...{ topic: 'topic', partition: 0, highWatermark: `${records + 7}` },
      messages: Array.from({ length: records }, (_, i) => ({
        ...{ offset: `${4 + i}`, key: null, value: Buffer.from('{"type":"any"}') },
      })),
    },
    heartbeat: async () => {},
    isRunning: () => true,
    isStale: () => false,
    resolveOffset() {},
  }) as unknown as EachBatchPayload

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Handle = ConsumerOptions<object>['handle']

const start = (kafka: Kafka, handle: Handle = async () => {}, more: Partial<ConsumerOptions<object>> = {}) =>
  startConsumer({
    ...{ kafka, producer: { sendBatch: async () => [] } as unknown as Producer, groupId: 'g', from: 'earliest' },
    readers: { topic: { types: ['any'], schema: z.object({}) } },
    ...{ handle, ...more },
    log: createLog('test', 'silent'),
  })

test('a consumer that fetches is left alone', async () => {
  const silent = new SilentKafka()
  await using consumer = await start(silent.kafka)
  for (let second = 0; second < 120; second += 10) {
    silent.built[0]?.fetch()
    await vi.advanceTimersByTimeAsync(10_000)
  }
  expect(silent.built).toHaveLength(1)
  expect(consumer.idleMs()).toBe(10_000)
})

test('one that has not fetched for 30 s is built anew, and tells meanwhile how long it has been idle', async () => {
  const silent = new SilentKafka()
  await using consumer = await start(silent.kafka)
  await vi.advanceTimersByTimeAsync(29_000)
  expect(silent.built).toHaveLength(1)
  expect(consumer.idleMs()).toBe(29_000)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(silent.built.map(({ gone }) => gone)).toEqual([true, false])
  expect(consumer.idleMs()).toBe(35_000) // to be built anew is not to be answered
  await vi.advanceTimersByTimeAsync(20_000)
  expect(silent.built).toHaveLength(2) // it has as long for its first fetch as for any other
  silent.built[1]?.fetch()
  expect(consumer.idleMs()).toBe(0)
})

test('it is tried again when the brokers are away', async () => {
  const silent = new SilentKafka()
  await using _ = await start(silent.kafka)
  silent.refuses = true
  await vi.advanceTimersByTimeAsync(70_000)
  silent.refuses = false
  await vi.advanceTimersByTimeAsync(35_000)
  expect(silent.built.length).toBeGreaterThanOrEqual(3)
  expect(silent.built.at(-1)?.gone).toBe(false)
})

test('one at a time is built, however long the brokers are away', async () => {
  const silent = new SilentKafka()
  await using _ = await start(silent.kafka)
  const back = Promise.withResolvers<void>()
  silent.reachable = back.promise
  await vi.advanceTimersByTimeAsync(85_000)
  expect(silent.built).toHaveLength(2)
  back.resolve()
  await vi.advanceTimersByTimeAsync(10_000)
  expect([silent.built.length, silent.running]).toEqual([2, 1])
})

test('one that fetches although it was replaced does not count as fetching', async () => {
  const silent = new SilentKafka()
  await using consumer = await start(silent.kafka)
  await vi.advanceTimersByTimeAsync(35_000)
  const idleMs = consumer.idleMs()
  silent.built[0]?.fetch()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(consumer.idleMs()).toBe(idleMs + 1_000)
})

test('it tells how long a batch has been at hand, though others go on and fetches are answered', async () => {
  const silent = new SilentKafka()
  const heard = Promise.withResolvers<void>()
  const handles = [heard.promise, Promise.resolve()]
  await using consumer = await start(silent.kafka, () => handles.shift() ?? Promise.resolve())
  expect([consumer.busyMs(), consumer.lag()]).toEqual([0, 0])
  const [built] = silent.built
  const first = built?.read()
  await vi.advanceTimersByTimeAsync(20_000)
  await built?.read()
  built?.fetch()
  expect([consumer.busyMs(), consumer.idleMs(), consumer.lag()]).toEqual([20_000, 0, 3])
  heard.resolve()
  await first
  expect(consumer.busyMs()).toBe(0)
})

test('stopped, it is not built again', async () => {
  const silent = new SilentKafka()
  const consumer = await start(silent.kafka)
  await consumer[Symbol.asyncDispose]()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(silent.built.map(({ gone }) => gone)).toEqual([true])
})

test('the time of day may be set back: it is noticed all the same that nothing is fetched', async () => {
  const silent = new SilentKafka()
  await using consumer = await start(silent.kafka)
  vi.setSystemTime(Date.now() - 3_600_000)
  await vi.advanceTimersByTimeAsync(36_000)
  expect([silent.built.length, consumer.idleMs()]).toEqual([2, 36_000])
})

describe('a batch that takes long', () => {
  const SECOND_MS = 1_000
  const takes = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

  test('is handed over in order, a hundred records at a time, and committed as it goes', async () => {
    const silent = new SilentKafka()
    const seen: { offsets: number[]; commits: number[] }[] = []
    await using consumer = await start(silent.kafka, async (records) => {
      seen.push({ offsets: records.map(({ offset }) => Number(offset)), commits: [...silent.commits] })
    })
    await silent.built[0]?.read(250)
    expect(seen.map(({ offsets }) => offsets.length)).toEqual([100, 100, 50])
    expect(seen.flatMap(({ offsets }) => offsets)).toEqual(Array.from({ length: 250 }, (_, i) => 4 + i))
    expect(seen.map(({ commits }) => commits)).toEqual([[], [104], [104, 204]])
    expect([silent.commits, consumer.lag()]).toEqual([[104, 204, 254], 3])
  })

  test('is handed over whole to who asks for it', async () => {
    const silent = new SilentKafka()
    const sizes: number[] = []
    const handle: Handle = async (records) => void sizes.push(records.length)
    await using _ = await start(silent.kafka, handle, { pieceSize: Number.POSITIVE_INFINITY })
    await silent.built[0]?.read(1_000)
    expect([sizes, silent.commits]).toEqual([[1_000], [1_004]])
  })

  test('and fails in between is done again from there, and from no further back', async () => {
    const silent = new SilentKafka()
    const firsts: string[] = []
    await using _ = await start(silent.kafka, async ([first]) => {
      firsts.push(first?.offset ?? '')
      if (firsts.length === 2 || firsts.length === 3) throw new Error('not yet')
    })
    const read = silent.built[0]?.read(250)
    await vi.advanceTimersByTimeAsync(SECOND_MS)
    await read
    expect(firsts).toEqual(['4', '104', '104', '104', '204'])
  })

  test('is no reason to build another consumer while it gets on, nor to call this one idle', async () => {
    const silent = new SilentKafka()
    await using consumer = await start(silent.kafka, () => takes(6 * SECOND_MS))
    const read = silent.built[0]?.read(2_000)
    for (let second = 0; second < 119; second += 1) {
      await vi.advanceTimersByTimeAsync(SECOND_MS)
      expect(Math.max(consumer.idleMs(), consumer.busyMs())).toBeLessThanOrEqual(6 * SECOND_MS)
    }
    await vi.advanceTimersByTimeAsync(SECOND_MS)
    await read
    expect([silent.built.length, silent.commits.at(-1)]).toEqual([1, 2_004])
  })

  test('nor while a single piece does, but when its handler hangs it is handed to another', async () => {
    const silent = new SilentKafka()
    const hung = Promise.withResolvers<void>()
    await using consumer = await start(silent.kafka, () => hung.promise)
    void silent.built[0]?.read(250)
    await vi.advanceTimersByTimeAsync(290 * SECOND_MS)
    expect(silent.built).toHaveLength(1)
    expect([consumer.idleMs(), consumer.busyMs()]).toEqual([290 * SECOND_MS, 290 * SECOND_MS]) // readiness tells meanwhile
    await vi.advanceTimersByTimeAsync(20 * SECOND_MS)
    expect(silent.built).toHaveLength(2)
    hung.resolve()
  })

  test('is left where it is by a consumer that stops: the piece at hand is the last', async () => {
    const silent = new SilentKafka()
    const sizes: number[] = []
    const consumer = await start(silent.kafka, async (records) => {
      sizes.push(records.length)
      await takes(SECOND_MS)
    })
    const read = silent.built[0]?.read(250)
    await vi.advanceTimersByTimeAsync(SECOND_MS / 2)
    const stopped = consumer[Symbol.asyncDispose]()
    await vi.advanceTimersByTimeAsync(SECOND_MS)
    await Promise.all([read, stopped])
    expect([sizes, silent.commits]).toEqual([[100], [104]])
  })

  test('is left to whoever has the partition after the group was joined again', async () => {
    const silent = new SilentKafka()
    let handled = 0
    await using _ = await start(silent.kafka, async (records) => {
      handled += records.length
      if (handled === 200) silent.built[0]?.join()
    })
    await silent.built[0]?.read(1_000)
    expect(handled).toBe(200)
  })

  test('goes on while a piece of it has left something for later, which is committed in its turn', async () => {
    const silent = new SilentKafka()
    const rests: PromiseWithResolvers<void>[] = []
    await using consumer = await start(silent.kafka, async (_records, later) => {
      const rest = Promise.withResolvers<void>()
      rests.push(rest)
      later(rest.promise)
    })
    await silent.built[0]?.read(250)
    await vi.advanceTimersByTimeAsync(SECOND_MS)
    expect([rests.length, silent.commits, consumer.busyMs()]).toEqual([3, [], SECOND_MS])
    rests[1]?.resolve()
    await vi.advanceTimersByTimeAsync(0)
    expect(silent.commits).toEqual([])
    rests[0]?.resolve()
    await vi.advanceTimersByTimeAsync(0)
    expect(silent.commits).toEqual([204])
    rests[2]?.resolve()
    await vi.advanceTimersByTimeAsync(0)
    expect([silent.commits, consumer.busyMs()]).toEqual([[204, 254], 0])
  })
})
