import { randomUUID } from 'node:crypto'
import type { Admin, Kafka, Producer } from 'kafkajs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { freshTopics, testServices } from '#dev/test/services.ts'
import { DeadLetterBox } from './dead-letter-box.fixture.ts'
import { createKafka, openProducer } from './kafka.ts'
import { type ConsumerOptions, startConsumer } from './kafka-consumer.ts'
import { createLog } from './log.ts'

const Numbered = z.object({ type: z.literal('number'), n: z.int() })
type Numbered = z.infer<typeof Numbered>

const log = createLog('test', 'silent')
const shared = new AsyncDisposableStack()
let kafka: Kafka
let producer: Producer
let admin: Admin
beforeAll(async () => {
  kafka = createKafka(testServices.kafkaBrokers.split(','), 'consumer-test', log)
  producer = shared.use(await openProducer(kafka))
  admin = kafka.admin()
  await admin.connect()
  shared.defer(() => admin.disconnect())
})
afterAll(() => shared.disposeAsync())

/** A topic and a group of the test's own. */
class Subject {
  readonly handled: number[] = []
  readonly groupId = `group-${randomUUID()}`
  readonly topic: string
  #waiting: { count: number; done: () => void }[] = []

  private constructor(topic: string) {
    this.topic = topic
  }

  static async create(): Promise<Subject> {
    const suffix = randomUUID().slice(0, 8)
    const name = `events-${suffix}`
    const topics = await freshTopics({ name, partitions: 1 })
    return new Subject(topics[name] as string)
  }

  consume(options: Partial<ConsumerOptions<Numbered>> = {}) {
    return startConsumer<Numbered>({
      ...{ kafka, producer, groupId: this.groupId, from: 'earliest', log },
      readers: { [this.topic]: { types: ['number'], schema: Numbered } },
      handle: async (records) => this.note(records.map(({ event }) => event.n)),
      ...options,
    })
  }

  note(numbers: readonly number[]): void {
    this.handled.push(...numbers)
    const met = this.#waiting.filter(({ count }) => this.handled.length >= count)
    this.#waiting = this.#waiting.filter((one) => !met.includes(one))
    for (const { done } of met) done()
  }

  async until(count: number): Promise<number[]> {
    if (this.handled.length < count) await new Promise<void>((done) => this.#waiting.push({ count, done }))
    return this.handled
  }

  /** All in one partition, and so in order. */
  async write(...values: (number | string | Buffer | null)[]): Promise<void> {
    const messages = values.map((value) => ({
      key: 'k',
      value: typeof value === 'number' ? JSON.stringify({ type: 'number', n: value }) : value,
    }))
    await producer.send({ topic: this.topic, messages })
  }

  /** How much the group has behind it. */
  async committed(): Promise<number> {
    const [topic] = await admin.fetchOffsets({ groupId: this.groupId, topics: [this.topic] })
    return topic?.partitions.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0) ?? 0
  }
}

describe('a consumer', () => {
  test('hands over records in order and commits what was handled', async () => {
    const subject = await Subject.create()
    await subject.write(1, 2, 3)
    await using consumer = await subject.consume()
    await subject.until(3)
    await subject.write(4, 5)
    expect(await subject.until(5)).toEqual([1, 2, 3, 4, 5])
    await expect.poll(() => subject.committed()).toBe(5)
    await expect.poll(() => consumer.lag()).toBe(0)
    expect(consumer.idleMs()).toBeLessThan(5_000)
  })

  test('reads on while a batch has left something for later, and commits in order when that is done', async () => {
    const subject = await Subject.create()
    const rests: PromiseWithResolvers<void>[] = []
    await using _ = await subject.consume({
      async handle(records, later) {
        const rest = Promise.withResolvers<void>()
        rests.push(rest)
        later(rest.promise)
        subject.note(records.map(({ event }) => event.n))
      },
    })
    for (const n of [1, 2, 3]) {
      await subject.write(n)
      await subject.until(n)
    }
    expect(rests).toHaveLength(3)
    rests[1]?.resolve()
    rests[2]?.resolve()
    await new Promise((turn) => setImmediate(turn))
    expect(await subject.committed()).toBe(0)
    rests[0]?.resolve()
    await expect.poll(() => subject.committed()).toBe(3)
  })

  test('stops when what was left for later is done, and has committed it', async () => {
    const subject = await Subject.create()
    const rest = Promise.withResolvers<void>()
    await subject.write(1, 2)
    const consumer = await subject.consume({
      async handle(records, later) {
        later(rest.promise)
        subject.note(records.map(({ event }) => event.n))
      },
    })
    await subject.until(2)
    const stopped = consumer[Symbol.asyncDispose]()
    rest.resolve()
    await stopped
    expect(await subject.committed()).toBe(2)
  })

  test('does again what was left for later and came to nothing', async () => {
    const subject = await Subject.create()
    await subject.write(1, 2)
    const consumer = await subject.consume({
      async handle(records, later) {
        later(Promise.reject(new Error('the program stops')))
        subject.note(records.map(({ event }) => event.n))
      },
    })
    await subject.until(2)
    await consumer[Symbol.asyncDispose]()
    expect(await subject.committed()).toBe(0)
    await using _ = await subject.consume()
    expect(await subject.until(4)).toEqual([1, 2, 1, 2])
  })

  test('tries a failing batch again until it succeeds, and only then commits it', async () => {
    const subject = await Subject.create()
    const attempts: number[][] = []
    const committedBefore: number[] = []
    await subject.write(1, 2)
    await using _ = await subject.consume({
      async handle(records) {
        attempts.push(records.map(({ event }) => event.n))
        committedBefore.push(await subject.committed())
        if (attempts.length < 3) throw new Error('not yet')
        subject.note(attempts.at(-1) ?? [])
      },
    })
    await subject.until(2)
    await expect.poll(() => subject.committed()).toBe(2)
    expect(attempts).toEqual([[1, 2], [1, 2], [1, 2]]) // biome-ignore format: one line
    expect(committedBefore).toEqual([0, 0, 0])
    await subject.write(3)
    expect(await subject.until(3)).toEqual([1, 2, 3])
  })

  test('hands over again, to whoever comes next, what was handled but not committed', async () => {
    const subject = await Subject.create()
    await subject.write(1, 2)
    const first = await subject.consume({ kafka: withoutCommits(kafka) })
    await subject.until(2)
    await first[Symbol.asyncDispose]()
    expect(await subject.committed()).toBe(0)
    await using _ = await subject.consume()
    expect(await subject.until(4)).toEqual([1, 2, 1, 2])
    await expect.poll(() => subject.committed()).toBe(2)
  })

  test('leaves a batch that fails to the end to whoever comes next', async () => {
    const subject = await Subject.create()
    await subject.write(1)
    const failed = Promise.withResolvers<void>()
    const first = await subject.consume({
      async handle() {
        failed.resolve()
        throw new Error('never')
      },
    })
    await failed.promise
    await first[Symbol.asyncDispose]()
    expect(await subject.committed()).toBe(0)
    await using _ = await subject.consume()
    expect(await subject.until(1)).toEqual([1])
  })

  test('goes on where the one before it stopped, which finishes what it has at hand', async () => {
    const subject = await Subject.create()
    await subject.write(1)
    const started = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    const first = await subject.consume({
      async handle(records) {
        started.resolve()
        await finish.promise
        subject.note(records.map(({ event }) => event.n))
      },
    })
    await started.promise
    const stopped = first[Symbol.asyncDispose]()
    finish.resolve()
    await stopped
    expect(await subject.committed()).toBe(1)
    await subject.write(2)
    await using _ = await subject.consume()
    expect(await subject.until(2)).toEqual([1, 2])
  })
})

describe('what cannot be read', () => {
  const poison = ['{"type":"number","n":"seven"}', 'not JSON', Buffer.from([0x22, 0xff, 0x22]), '[]', null]

  test('is put aside with the reason, once, and the next record does not wait for it', async () => {
    const subject = await Subject.create()
    await using box = await DeadLetterBox.open(kafka, subject.topic)
    let failures = 2
    await subject.write(1, ...poison, 2)
    await using _ = await subject.consume({
      async handle(records) {
        if (failures-- > 0) throw new Error('not yet')
        subject.note(records.map(({ event }) => event.n))
      },
    })
    expect(await subject.until(2)).toEqual([1, 2])
    await expect.poll(() => subject.committed()).toBe(7)
    await subject.write('the last')
    const letters = await box.letters(poison.length + 1)
    expect(letters.map(({ offset }) => offset)).toEqual(['1', '2', '3', '4', '5', '7'])
    expect(letters.map(({ value }) => value)).toEqual([...poison.slice(0, 2), Buffer.from([0x22, 0xff, 0x22]).toString('base64'), '[]', null, 'the last']) // biome-ignore format: one line
    for (const letter of letters) {
      expect(letter).toMatchObject({ topic: subject.topic, key: 'k', reason: expect.stringMatching(/\w/) })
    }
  })

  test('is told to who wants to hear of it, after what was read beside it, until it was heard, unless more was read of its key', async () => {
    const subject = await Subject.create()
    await using _box = await DeadLetterBox.open(kafka, subject.topic)
    await subject.write('followed', 1, ...poison.slice(0, 2))
    const heard: string[] = []
    let failures = 1
    await using _ = await subject.consume({
      async handle(records) {
        heard.push(...records.map(({ event }) => `${event.n}`))
      },
      async unreadable(letters) {
        if (failures-- > 0) throw new Error('not yet')
        heard.push(...letters.map(({ record, reason }) => `${record.offset}: ${reason.length > 0}`))
      },
    })
    await expect.poll(() => subject.committed()).toBe(4)
    expect(heard.slice(-3)).toEqual(['1', '2: true', '3: true'])
  })

  test('does not stop a batch of nothing else', async () => {
    const subject = await Subject.create()
    await using box = await DeadLetterBox.open(kafka, subject.topic)
    await subject.write(...poison)
    await using _ = await subject.consume()
    await box.letters(poison.length)
    await expect.poll(() => subject.committed()).toBe(5)
    await subject.write(1)
    expect(await subject.until(1)).toEqual([1])
  })

  test('does not stop a consumer by coming in thousands', async () => {
    const subject = await Subject.create()
    await using box = await DeadLetterBox.open(kafka, subject.topic)
    await subject.write(...Array.from({ length: 5_000 }, (_, i) => `poison ${i}`), 1)
    await using _ = await subject.consume()
    expect(await subject.until(1)).toEqual([1])
    const letters = await box.letters(5_000)
    expect(letters.map(({ value }) => value)).toEqual(Array.from({ length: 5_000 }, (_, i) => `poison ${i}`))
  })

  test('does not stop a consumer by being so large that no letter can hold it', async () => {
    const subject = await Subject.create()
    await using box = await DeadLetterBox.open(kafka, subject.topic)
    const huge = Buffer.alloc(1_000_000, 0xff)
    await subject.write(huge)
    await subject.write(1)
    await using _ = await subject.consume()
    expect(await subject.until(1)).toEqual([1])
    const [letter] = await box.letters(1)
    expect(letter).toMatchObject({ encoding: 'base64', cut: { value: huge.length } })
  })

  test('is not what is merely unknown: that is passed over', async () => {
    const subject = await Subject.create()
    await using box = await DeadLetterBox.open(kafka, subject.topic)
    await subject.write(1, '{"type":"letter","n":"a"}', 2)
    await using _ = await subject.consume()
    expect(await subject.until(2)).toEqual([1, 2])
    await subject.write('poison')
    expect((await box.letters(1)).map(({ value }) => value)).toEqual(['poison'])
  })
})

/** A process that dies after its work and before the commit leaves this behind. */
function withoutCommits(real: Kafka): Kafka {
  const consumer: Kafka['consumer'] = (config) => {
    const inner = real.consumer(config)
    const nothing = async () => {}
    const run: typeof inner.run = (options) =>
      inner.run({
        ...options,
        eachBatch: async (payload) => options?.eachBatch?.({ ...payload, commitOffsetsIfNecessary: nothing }),
      })
    return Object.assign(Object.create(inner), inner, { commitOffsets: nothing, run })
  }
  return Object.assign(Object.create(real), { consumer })
}
