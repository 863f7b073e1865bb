import type { EachBatchPayload, Kafka, Producer } from 'kafkajs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '#platform/log.ts'
import { delivery } from '../bus.suite.ts'
import { Hearing } from '../hearing.fixture.ts'
import { KafkaDeliveryReader } from './kafka-reader.ts'

const SLOT = 3

/** One partition, and consumers that read it when the test lets them: a broker that can lose its log, or fall silent. */
class FakeLog {
  readonly joins: { readonly soughtTo: string; readonly gone: () => boolean }[] = []
  low = 100
  high = 100
  /** Probes are not read back. */
  silent = false
  #read: ((payload: EachBatchPayload) => Promise<void>) | null = null

  readonly kafka = {
    admin: () => ({
      connect: async () => {},
      disconnect: async () => {},
      deleteGroups: async () => {},
      fetchTopicMetadata: async () => ({ topics: [{ partitions: [0, 1, 2, 3] }] }),
      fetchTopicOffsets: async () => [
        { partition: SLOT, offset: `${this.high}`, high: `${this.high}`, low: `${this.low}` },
      ],
    }),
    consumer: () => this.#consumer(),
  } as unknown as Kafka

  readonly producer = {
    send: async ({ messages }: { messages: { value: string }[] }) => {
      for (const { value } of messages) await this.write(value)
    },
  } as unknown as Producer

  /** A record at the end of the log, and read at once. */
  async write(value: unknown, offset = this.high): Promise<void> {
    this.high = offset + 1
    if (this.silent) return
    const message = {
      offset: `${offset}`,
      value: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    }
    const payload = {
      batch: { partition: SLOT, messages: [message] },
      resolveOffset: () => {},
      isStale: () => false,
      isRunning: () => true,
    }
    await this.#read?.(payload as unknown as EachBatchPayload)
  }

  #consumer() {
    const listeners = new Map<string, () => void>()
    let gone = false
    return {
      events: { GROUP_JOIN: 'join' },
      on: (event: string, listener: () => void) => void listeners.set(event, listener),
      connect: async () => {},
      subscribe: async () => {},
      seek: ({ offset }: { offset: string }) => void this.joins.push({ soughtTo: offset, gone: () => gone }),
      run: async ({ eachBatch }: { eachBatch: (payload: EachBatchPayload) => Promise<void> }) => {
        this.#read = eachBatch
        listeners.get('join')?.()
      },
      disconnect: async () => {
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

  test('says so when the log has lost the place where it was', async () => {
    await reader.open({ node: 'n1', slot: SLOT }, hearing)
    log.silent = true
    Object.assign(log, { low: 900, high: 900 })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(Number(log.joins[1]?.soughtTo)).toBeGreaterThanOrEqual(900)
    expect(hearing.gaps).toBe(1)
  })
})
