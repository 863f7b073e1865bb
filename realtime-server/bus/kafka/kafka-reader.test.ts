import type { EachBatchPayload, Kafka, Producer } from 'kafkajs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '#platform/log.ts'
import { delivery } from '../bus.suite.ts'
import { Hearing } from '../hearing.fixture.ts'
import { KafkaDeliveryReader } from './kafka-reader.ts'

const SLOT = 3

type Read = (payload: EachBatchPayload) => Promise<void>

interface LogRecord {
  readonly offset: string
  readonly value: Buffer
}

const batchOf = (messages: readonly LogRecord[]) =>
  ({
    batch: { partition: SLOT, messages },
    resolveOffset: () => {},
    isStale: () => false,
    isRunning: () => true,
  }) as unknown as EachBatchPayload

/** One partition, and consumers that read it when the test lets them: a broker that can lose its log, fall silent, or be away. */
class FakeLog {
  readonly joins: { readonly soughtTo: string; readonly gone: () => boolean }[] = []
  /** Where other partitions were sought last. */
  readonly sought = new Map<number, string>()
  /** Of all consumers that run. */
  readonly reads = new Set<Read>()
  readonly #records: LogRecord[] = []
  low = 100
  high = 100
  /** Partitions beside this one: nobody writes there, but they can be counted and sought. */
  readonly others: number[] = [0, 1, 2]
  /** Probes are not read back. */
  silent = false
  /** Connecting waits for it, or fails with it. */
  reachable: Promise<void> = Promise.resolve()
  /** Nothing can be written. */
  away = false
  /** Consumers, ever, and those of them that were disconnected. */
  made = 0
  ended = 0

  readonly kafka = {
    admin: () => ({
      connect: async () => {},
      disconnect: async () => {},
      deleteGroups: async () => {},
      fetchTopicMetadata: async () => ({ topics: [{ partitions: [SLOT, ...this.others] }] }),
      fetchTopicOffsets: async () => [
        { partition: SLOT, offset: `${this.high}`, high: `${this.high}`, low: `${this.low}` },
        ...this.others.map((partition) => ({ partition, offset: '60', high: '60', low: '50' })),
      ],
    }),
    consumer: () => this.#consumer(),
  } as unknown as Kafka

  readonly producer = {
    send: async ({ messages }: { messages: { value: string }[] }) => {
      if (this.away) throw new Error('away')
      for (const { value } of messages) await this.write(value)
    },
  } as unknown as Producer

  /** A record at the end of the log, and read at once. */
  async write(value: unknown, offset = this.high): Promise<void> {
    this.high = offset + 1
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const record = { offset: `${offset}`, value: Buffer.from(text) }
    this.#records.push(record)
    if (this.silent) return
    for (const read of this.reads) await read(batchOf([record]))
  }

  #consumer() {
    const listeners = new Map<string, () => void>()
    let gone = false
    let position = 0
    this.made += 1
    let reading: Read | null = null
    return {
      events: { GROUP_JOIN: 'join' },
      on: (event: string, listener: () => void) => void listeners.set(event, listener),
      connect: () => this.reachable,
      subscribe: async () => {},
      seek: ({ partition, offset }: { partition: number; offset: string }) => {
        if (partition !== SLOT) return void this.sought.set(partition, offset)
        position = Number(offset)
        this.joins.push({ soughtTo: offset, gone: () => gone })
      },
      run: async ({ eachBatch }: { eachBatch: Read }) => {
        this.reads.add(eachBatch)
        reading = eachBatch
        listeners.get('join')?.()
        const waiting = this.#records.filter(({ offset }) => Number(offset) >= position)
        if (!this.silent) await eachBatch(batchOf(waiting))
      },
      disconnect: async () => {
        if (reading) this.reads.delete(reading)
        if (!gone) this.ended += 1
        gone = true
      },
    }
  }
}

let log: FakeLog
let hearing: Hearing
let reader: KafkaDeliveryReader
beforeEach(async () => {
  vi.useFakeTimers()
  log = new FakeLog()
  hearing = new Hearing()
  const options = {
    topic: 'deliveries',
    addressing: 'targeted' as const,
    reader: 'n1',
    log: createLog('test', 'silent'),
  }
  reader = await KafkaDeliveryReader.create(log.kafka, log.producer, options)
})
afterEach(async () => {
  await reader[Symbol.asyncDispose]()
  vi.useRealTimers()
})

/** Nothing can be written, and connecting hangs until the test says that the broker is back. */
function goAway(): () => void {
  const back = Promise.withResolvers<void>()
  Object.assign(log, { away: true, silent: true, reachable: back.promise })
  return () => {
    Object.assign(log, { away: false, silent: false, reachable: Promise.resolve() })
    back.resolve()
  }
}

/** Fails whoever waits for it, and nobody else. */
function refused(): Promise<void> {
  const refusal = Promise.reject(new Error('refused'))
  refusal.catch(() => {})
  return refusal
}

test('a reader of all partitions reads those that are added later, and from their beginning', async () => {
  const options = {
    topic: 'deliveries',
    addressing: 'broadcast' as const,
    reader: 'n2',
    log: createLog('test', 'silent'),
  }
  await using all = await KafkaDeliveryReader.create(log.kafka, log.producer, options)
  await all.open({ node: 'n2', slot: SLOT }, hearing)
  expect(Object.fromEntries(log.sought)).toEqual({ 0: '60', 1: '60', 2: '60' })
  log.others.push(4)
  await vi.advanceTimersByTimeAsync(35_000)
  expect(log.sought.get(4)).toBe('50')
  expect([log.made - log.ended, hearing.gaps]).toEqual([1, 0])
})

describe('a reader', () => {
  test('begins at the end that the log had before it joined, and is open when it has heard its probe', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    expect(log.joins.map(({ soughtTo }) => soughtTo)).toEqual(['100'])
    expect(log.high).toBe(101)
    await log.write(delivery(1))
    expect([hearing.heard.length, hearing.gaps]).toEqual([1, 0])
  })

  test('does not open on a slot that stays silent', async () => {
    log.silent = true
    const opening = reader.open({ node: 'n1', slot: SLOT }, hearing)
    opening.catch(() => {})
    await vi.advanceTimersByTimeAsync(20_000)
    await expect(opening).rejects.toThrow('silent')
  })

  test('says so when the log goes on elsewhere than it should', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    await log.write(delivery(1))
    await log.write(delivery(2), 500)
    expect(hearing.gaps).toBe(1)
    await log.write(delivery(3), 7)
    expect(hearing.gaps).toBe(2)
    expect(hearing.heard).toHaveLength(3)
  })

  test('passes over what is no delivery', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    await log.write('rubbish')
    await log.write(delivery(1))
    expect([hearing.heard.length, hearing.gaps]).toEqual([1, 0])
  })

  test('proves every two seconds that it hears', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(reader.silentMs()).toBeLessThanOrEqual(2_000)
    expect(log.joins).toHaveLength(1)
  })

  test('that hears nothing for ten seconds opens its slot anew, where it was', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    await log.write(delivery(1))
    const next = `${log.high}`
    log.silent = true
    await vi.advanceTimersByTimeAsync(9_000)
    expect(log.joins).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(log.joins.map(({ soughtTo, gone }) => [soughtTo, gone()])).toEqual([
      ['100', true],
      [next, false],
    ])
    expect(hearing.gaps).toBe(0)
  })

  test('whose broker was away for long reads each record once when it is back', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    const back = goAway()
    await vi.advanceTimersByTimeAsync(75_000)
    back()
    await vi.advanceTimersByTimeAsync(20_000)
    await log.write(delivery(1))
    expect(log.reads.size).toBe(1)
    expect([hearing.heard.length, hearing.gaps]).toEqual([1, 0])
    expect(reader.silentMs()).toBeLessThanOrEqual(2_000)
  })

  test('gives up a consumer that does not open, and hears nothing of it when it opens after all', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    const hung = goAway()
    await vi.advanceTimersByTimeAsync(15_000)
    Object.assign(log, { away: false, silent: false, reachable: Promise.resolve() })
    await vi.advanceTimersByTimeAsync(110_000)
    expect([log.joins.length, log.reads.size]).toEqual([2, 1])
    hung()
    await log.write(delivery(1))
    expect([hearing.heard.length, hearing.gaps]).toEqual([1, 0])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(log.reads.size).toBe(1)
  })

  test('leaves no consumer behind that could not connect', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    Object.assign(log, { away: true, reachable: refused() })
    await vi.advanceTimersByTimeAsync(15_000)
    expect([log.made, log.ended]).toEqual([2, 2])
    Object.assign(log, { away: false, reachable: Promise.resolve() })
    await vi.advanceTimersByTimeAsync(15_000)
    expect([log.made - log.ended, log.reads.size, hearing.gaps]).toEqual([1, 1, 0])
  })

  test('says so when the log has lost the place where it was', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    log.silent = true
    Object.assign(log, { low: 900, high: 900 })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(Number(log.joins[1]?.soughtTo)).toBeGreaterThanOrEqual(900)
    expect(hearing.gaps).toBe(1)
  })
})
