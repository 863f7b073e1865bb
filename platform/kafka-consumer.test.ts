import type { Consumer, ConsumerRunConfig, EachBatchPayload, Kafka, Producer } from 'kafkajs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { startConsumer } from './kafka-consumer.ts'
import { createLog } from './log.ts'

/*
 * kafkajs has been seen to stop fetching while its process lives, without an error. No broker can be made to do that to
 * it, so this one is ours: it tells of a fetch only when the test says so.
 */
class SilentKafka {
  readonly built: { fetch(): void; read(): Promise<void>; gone: boolean }[] = []
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
    const one = { fetch: () => listeners.get('fetch')?.(), read: () => eachBatch(batchOfOne()), gone: false }
    this.built.push(one)
    return {
      events: { FETCH: 'fetch', GROUP_JOIN: 'join' },
      on: (event: string, listener: () => void) => void listeners.set(event, listener),
      connect: async () => {
        if (this.refuses) throw new Error('no broker')
        await this.reachable
      },
      subscribe: async () => {},
      commitOffsets: async () => {},
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

const batchOfOne = () =>
  ({
    batch: {
      ...{ topic: 'topic', partition: 0, highWatermark: '8' },
      messages: [{ offset: '4', key: null, value: Buffer.from('{"type":"any"}') }],
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

const start = (kafka: Kafka, handle = async () => {}) =>
  startConsumer({
    ...{ kafka, producer: {} as Producer, groupId: 'g', from: 'earliest' },
    readers: { topic: { types: ['any'], schema: z.object({}) } },
    handle,
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
