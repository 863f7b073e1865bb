import { randomUUID } from 'node:crypto'
import type { Kafka } from 'kafkajs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CONFIG_CHANNEL, type ConfigEvent } from '#contracts/config-event.ts'
import { DeadLetter } from '#contracts/dead-letter.ts'
import { deadLetterTopic } from '#contracts/topics.ts'
import { createTopics } from '#dev/services/kafka-topics.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { freshDatabase, freshTopics, testServices } from '#dev/test/services.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createLog } from '#platform/log.ts'
import { createEmitter, type Publication } from '#realtime/emitter.ts'
import { type Database, openDatabase } from '../database.ts'
import { configReader, configSync } from './config-sync.ts'
import type { Decision } from './decide.ts'
import { noteUnreadable } from './note-unreadable.ts'

const log = createLog('test', 'silent')
let kafka: Kafka
let producer: Awaited<ReturnType<typeof openProducer>>

beforeAll(async () => {
  kafka = createKafka(testServices.kafkaBrokers.split(','), 'config-sync-test', log)
  producer = await openProducer(kafka)
})
afterAll(() => producer.disconnect())

describe('config sync', () => {
  it('publishes a version and announces it in the same transaction', async () => {
    await using world = await openWorld()
    const heard = await world.listen()
    await world.handle(event('aurora', 1, 1))
    await expect.poll(() => heard).toEqual([{ resellerId: 'aurora', live: { version: 1, sequence: 1 } }])
    expect(await world.hosts('aurora')).toEqual(['aurora.example'])
  })

  it('tells the reseller’s staff of the newest version, and nobody else’s, under the event’s own id', async () => {
    await using world = await openWorld()
    const saved = { ...event('aurora', 2, 1), draft: { version: 7, config: exampleConfig({ hosts: ['a.example'] }) } }
    await world.handle(event('luna', 1, 1), saved)
    await world.handle(saved)
    const told = (resellerId: string, version: number, sequence: number) => ({
      target: { kind: 'staff', resellerId, name: 'config' },
      event: 'config',
      fields: { version, sequence },
    })
    expect(world.news).toMatchObject([told('luna', 1, 1), told('aurora', 7, 2), told('aurora', 7, 2)])
    expect(world.news.slice(1).map(({ id }) => id)).toEqual([saved.id, saved.id])
  })

  it('follows the sequence whatever the order, and hosts follow the live version', async () => {
    await using world = await openWorld()
    const moved = exampleConfig({ hosts: ['new.example', 'aurora.example'] })
    await world.handle(
      event('aurora', 3, 2, moved),
      event('aurora', 1, 1),
      event('aurora', 2, 3),
      event('aurora', 3, 2, moved),
    )
    expect(await world.live('aurora')).toEqual({ version: 2, sequence: 3 })
    expect(await world.hosts('aurora')).toEqual(['new.example', 'aurora.example'])
    expect(await world.versions('aurora')).toEqual([1, 2, 3])
  })

  it('would go back to an older version if sequences were not compared', async () => {
    await using world = await openWorld(forgettingSequences)
    for (const sequence of [2, 1, 3, 1]) await world.handle(event('aurora', sequence, sequence))
    expect(await world.live('aurora')).toEqual({ version: 1, sequence: 1 })
  })

  it('changes nothing when everything is handed in again, as after a restart', async () => {
    await using world = await openWorld()
    const events = [event('aurora', 1, 1), event('aurora', 2, 2, faulty()), event('luna', 1, 1), event('aurora', 3, 3)]
    await world.handle(...events)
    const before = await world.everything()
    await world.handle(...events)
    await world.handle(...events.toReversed())
    expect(await world.everything()).toEqual(before)
    expect(await world.letters(1)).toHaveLength(1)
  })

  it('gives a host to one of two resellers for whom two workers reach at the same moment', async () => {
    await using world = await openWorld()
    const same = exampleConfig({ hosts: ['same.example'] })
    for (let round = 1; round <= 10; round++) {
      const [left, right] = [event(`left-${round}`, 1, 1, same), event(`right-${round}`, 1, 1, same)]
      await Promise.all([world.handle(left), world.handle(right)])
    }
    const { rows } = await world.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM reseller_host`)
    expect(rows[0]?.n).toBe(1)
    expect(await world.letters(19)).toHaveLength(19)
  })

  it('refuses what only PostgreSQL finds at fault, instead of trying for ever', async () => {
    await using world = await openWorld()
    await world.owner.query(`ALTER TABLE config_version ADD CHECK (config->>'name' <> 'unwanted')`)
    await world.handle(
      event('kite', 1, 1),
      event('aurora', 1, 1, exampleConfig({ name: 'unwanted' })),
      event('luna', 1, 1),
    )
    expect(await world.live('kite')).toEqual({ version: 1, sequence: 1 })
    expect(await world.live('luna')).toEqual({ version: 1, sequence: 1 })
    const letters = await world.letters(1)
    expect(letters[0]?.reason).toBe('version 1: PostgreSQL refused it (23514)')
  })

  it('ends at the highest sequence when a worker that was paused wakes up beside its successor', async () => {
    await using world = await openWorld()
    for (let round = 1; round <= 10; round++) {
      const reseller = `reseller-${round}`
      const sequences = [5, 2, 7, 1, 6, 3, 8, 4]
      await Promise.all(sequences.map((sequence) => world.handle(event(reseller, sequence, sequence))))
      expect(await world.live(reseller)).toEqual({ version: 8, sequence: 8 })
    }
  })

  it('lets a host pass from one reseller to another', async () => {
    await using world = await openWorld()
    await world.handle(event('luna', 1, 1, exampleConfig({ hosts: ['wanted.example'] })))
    const given = event('luna', 2, 2, exampleConfig({ hosts: ['other.example'] }))
    await world.handle(given, event('aurora', 1, 1, exampleConfig({ hosts: ['wanted.example'] })))
    expect([await world.hosts('luna'), await world.hosts('aurora')]).toEqual([['other.example'], ['wanted.example']])
  })

  it('forgets a refusal once the version can be stored', async () => {
    await using world = await openWorld()
    await world.handle(event('luna', 1, 1, exampleConfig({ hosts: ['wanted.example'] })))
    await world.handle(event('aurora', 1, 1, exampleConfig({ hosts: ['wanted.example'] })))
    expect(await world.database.configRejection.count()).toBe(1)
    await world.handle(event('luna', 2, 2, exampleConfig({ hosts: ['other.example'] })))
    await world.handle(event('aurora', 2, 1, exampleConfig({ hosts: ['wanted.example'] })))
    expect(await world.live('aurora')).toEqual({ version: 1, sequence: 2 })
    expect(await world.database.configRejection.count()).toBe(0)
  })

  it('reads on behind what cannot be read, within two seconds, and says why in the dead letters', async () => {
    await using world = await openWorld()
    await using _consumer = await world.consume()
    await world.send(event('aurora', 1, 1))
    await vi.waitFor(async () => expect(await world.live('aurora')).toEqual({ version: 1, sequence: 1 }), patience)
    const sentAt = performance.now()
    await world.send('{"type":"reseller.config"', event('aurora', 2, 2, faulty()), { type: 'reseller.config' })
    await world.send(event('aurora', 3, 3))
    await vi.waitFor(async () => expect(await world.live('aurora')).toEqual({ version: 3, sequence: 3 }), patience)
    expect(performance.now() - sentAt, 'two seconds, on a machine that is not busy').toBeLessThan(4_000)
    const reasons = (await world.letters(3)).map(({ reason }) => reason).sort()
    expect(reasons).toEqual([
      expect.stringContaining('at: Invalid'),
      expect.stringContaining('is not JSON'),
      expect.stringContaining('version 2: currency'),
    ])
  })

  it('tells the staff of a known reseller of a message that cannot be read, until a version goes live again', async () => {
    await using world = await openWorld()
    await using _consumer = await world.consume()
    const notes = () => world.database.configRejection.findMany({ orderBy: { resellerId: 'asc' } })
    const unreadable = (resellerId: string) => ({ ...event('aurora', 2, 2), resellerId, sequence: 'the second' })
    await world.send(event('aurora', 1, 1), event('luna', 1, 1))
    await vi.waitFor(async () => expect(await world.live('luna')).toBeTruthy(), patience)
    await world.send(
      unreadable('aurora'),
      unreadable('nobody'),
      unreadable('nobo\0dy'),
      'not JSON',
      event('luna', 2, 2),
    )
    const note = {
      resellerId: 'aurora',
      version: 0,
      sequence: 0,
      reason: expect.stringMatching(/sequence/),
      cause: { of: 'other' },
    }
    await vi.waitFor(async () => expect(await notes()).toMatchObject([note]), patience)
    await world.send(event('aurora', 3, 3))
    await vi.waitFor(async () => expect(await world.live('aurora')).toMatchObject({ version: 3 }), patience)
    expect(await notes()).toEqual([])
    await world.send(unreadable('aurora'), event('aurora', 4, 4)) // together: what follows is the last word
    await world.send(event('luna', 3, 3))
    await vi.waitFor(async () => expect(await world.live('luna')).toMatchObject({ version: 3 }), patience)
    expect(await world.live('aurora')).toMatchObject({ version: 4 })
    expect(await notes()).toEqual([])
  })

  it('notes what PostgreSQL takes no text of, once, and reads on', async () => {
    await using world = await openWorld()
    const odd = { ...exampleConfig(), translations: { '\ud800': {}, 'a\0': {} } }
    const refused = event('luna', 1, 1, odd)
    await world.handle(refused, event('aurora', 1, 1))
    await world.handle(refused)
    expect(await world.live('aurora')).toEqual({ version: 1, sequence: 1 })
    const [note] = await world.database.configRejection.findMany()
    expect(note).toMatchObject({ resellerId: 'luna', version: 1, reason: expect.stringContaining('\ufffd') })
    expect(JSON.stringify(note?.cause)).toContain('\ufffd')
    expect(await world.letters(1)).toHaveLength(1)
  })

  it('notes a message that cannot be read though its reason ends in the middle of a character', async () => {
    await using world = await openWorld()
    await world.handle(event('aurora', 1, 1))
    const record = { topic: 'config', partition: 0, offset: '1', key: Buffer.from('aurora'), value: null }
    const notes = () => world.database.configRejection.findMany()
    for (const reason of [`${'x'.repeat(499)}😀`, `Unexpected token '\ud83d'\0`]) {
      await noteUnreadable(world.database)([{ record, reason }])
      const [note] = await notes()
      expect(note?.reason).toMatch(/\ufffd$|\ufffd'\ufffd$/)
      expect(note?.cause).toEqual({ of: 'other', said: note?.reason })
    }
  })

  /** Whoever handled the middle of a batch died before the commit, with the newest version behind it and older ones to come. */
  async function restartInTheMiddle(world: Awaited<ReturnType<typeof openWorld>>) {
    const groupId = `config-sync-${randomUUID()}`
    const sequences = [3, 1, 2, 20, 8, 20, 7, 21, 12, 5, 9, 4]
    const events = sequences.map((sequence) =>
      event('aurora', sequence, sequence, sequence === 21 ? faulty() : undefined),
    )
    await world.send(...events)
    const appliedHalf = Promise.withResolvers<void>()
    let isDead = false
    {
      await using _dying = await world.consume({
        groupId,
        pieceSize: 8,
        handle: async (records) => {
          if (!isDead) await oneByOne(world.handler)(records.slice(0, 6))
          isDead = true
          appliedHalf.resolve()
          throw new Error('died before the commit')
        },
      })
      await appliedHalf.promise
      expect(await world.live('aurora')).toEqual({ version: 20, sequence: 20 })
    }
    await using _next = await world.consume({ groupId, pieceSize: 8, handle: oneByOne(world.handler) })
    await vi.waitFor(async () => expect(await world.versions('aurora')).toContain(4), patience) // the last of all
    return world.live('aurora')
  }

  it('ends at the highest valid version when its consumer is restarted in the middle of a batch', async () => {
    await using world = await openWorld()
    expect(await restartInTheMiddle(world)).toEqual({ version: 20, sequence: 20 })
  })

  it('would end at whatever came last after such a restart if sequences were not compared', async () => {
    await using world = await openWorld(forgettingSequences)
    expect(await restartInTheMiddle(world)).toEqual({ version: 4, sequence: 4 })
  })

  it('keeps every site when the topic was emptied and the group begins anew', async () => {
    await using world = await openWorld()
    await world.handle(event('aurora', 4, 2))
    const before = await world.everything()
    await using _consumer = await world.consume()
    await world.send(event('luna', 1, 1))
    await vi.waitFor(async () => expect(await world.live('luna')).toBeTruthy(), patience)
    await world.handle(event('luna', 1, 1))
    expect((await world.everything()).filter((line) => line.includes('aurora'))).toEqual(before)
  })

  // The stand-in forgets nothing; `npm test` says which of the two it ran with.
  it.runIf(testServices.kafkaProvider === 'real')(
    'goes on with what is there when events were lost that nobody had read',
    async () => {
      await using world = await openWorld()
      const groupId = `config-sync-${randomUUID()}`
      await world.send(event('aurora', 1, 1), event('luna', 1, 1))
      {
        await using _before = await world.consume({ groupId })
        await vi.waitFor(async () => expect(await world.live('luna')).toBeTruthy(), patience)
      }
      await world.send(event('aurora', 2, 2), event('aurora', 3, 3), event('luna', 2, 2))
      await world.loseUpTo(3)
      await using _after = await world.consume({ groupId })
      await vi.waitFor(async () => expect(await world.live('luna')).toEqual({ version: 2, sequence: 2 }), patience)
      expect(await world.live('aurora')).toEqual({ version: 3, sequence: 3 })
      expect(await world.versions('aurora')).toEqual([1, 3]) // the backfill asks for the one between
    },
  )

  it('goes on when PostgreSQL ended its connections in the middle of a batch', async () => {
    await using world = await openWorld()
    await using _consumer = await world.consume()
    const many = Array.from({ length: 200 }, (_, i) => event('aurora', i + 1, i + 1))
    await world.send(...many)
    await vi.waitFor(async () => expect(await world.live('aurora')).toBeTruthy(), patience)
    await world.endConnections()
    await vi.waitFor(async () => expect(await world.live('aurora')).toEqual({ version: 200, sequence: 200 }), patience)
    expect(await world.versions('aurora')).toHaveLength(200)
  })
})

const patience = { timeout: 20_000, interval: 20 }
const faulty = () => ({ ...exampleConfig(), currency: 'pounds' })

function event(resellerId: string, sequence: number, version: number, config?: unknown): ConfigEvent {
  const content = config ?? exampleConfig({ name: `${resellerId} ${version}`, hosts: [`${resellerId}.example`] })
  const envelope = { id: randomUUID(), type: 'reseller.config' as const, at: '2026-11-01T10:00:00.000Z' }
  return { ...envelope, resellerId, sequence, live: { version, config: content } }
}

type Handler = ReturnType<typeof configSync>

/** So that each is compared with what the database says, and not with the one before it. */
const oneByOne =
  (handler: Handler): Handler =>
  async (records) => {
    for (const record of records) await handler([record])
  }

/** A database in which no reseller's pointer was ever set, as far as anybody who asks is told. */
const forgettingSequences = (database: Database): Database =>
  database.$extends({
    query: {
      reseller: {
        findMany: async ({ args, query }) => (await query(args)).map((row) => ({ ...row, sequence: 0 })),
      },
    },
  }) as unknown as Database

/**
 * A database, a topic with its dead letters, and the handler between them.
 * @param seen the database as the handler sees it
 */
async function openWorld(seen = (database: Database) => database) {
  const fresh = await freshDatabase()
  const { config: topic, messages } = await freshTopics(
    { name: 'config', partitions: 1 },
    { name: 'messages', partitions: 1 },
  )
  const dead = deadLetterTopic(topic)
  if (testServices.kafkaProvider === 'real')
    await createTopics(testServices.kafkaBrokers, [{ name: dead, partitions: 1, retentionMs: 3_600_000 }])
  const database = openDatabase(fresh.url)
  const owner = new pg.Client(fresh.ownerUrl)
  await owner.connect()
  const listeners: pg.Client[] = []
  const decisions: Decision[] = []
  const news: Publication[] = []
  const emitter = createEmitter(producer, messages)
  const told = {
    async batch(publications: readonly Publication[]) {
      await emitter.batch(publications)
      news.push(...publications)
    },
  }
  const applied = (_: ConfigEvent, decision: Decision) => void decisions.push(decision)
  const handler = configSync({ database: seen(database), producer, log, emitter: told, applied })

  return {
    database,
    owner,
    decisions,
    news,
    handler,
    handle: (...events: ConfigEvent[]) =>
      handler(events.map((one, i) => ({ topic, partition: 0, offset: `${i}`, key: one.resellerId, event: one }))),
    send: async (...values: (ConfigEvent | string | object)[]) => {
      const messages = values.map((value) => ({
        key: typeof value === 'object' && 'resellerId' in value ? value.resellerId : null,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      }))
      await producer.send({ topic, messages })
    },
    /** Takes away what stands before an offset of the topic. */
    async loseUpTo(offset: number) {
      const admin = kafka.admin()
      await admin.connect()
      await admin.fetchTopicOffsets(topic) // kafkajs asks only for topics that it has met
      await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: `${offset}` }] })
      await admin.disconnect()
    },
    consume: (options: { groupId?: string; pieceSize?: number; handle?: Handler } = {}) =>
      startConsumer({
        kafka,
        producer,
        groupId: `config-sync-${randomUUID()}`,
        readers: { [topic]: configReader },
        from: 'earliest',
        handle: handler,
        unreadable: noteUnreadable(database),
        log,
        ...options,
      }),
    /** What a storefront instance hears, with the pointer it then reads. */
    async listen() {
      const heard: unknown[] = []
      const client = new pg.Client(fresh.url)
      listeners.push(client)
      await client.connect()
      await client.query(`LISTEN ${CONFIG_CHANNEL}`)
      client.on('notification', async ({ payload = '' }) =>
        heard.push({ resellerId: payload, live: await live(database, payload) }),
      )
      return heard
    },
    live: (resellerId: string) => live(database, resellerId),
    async hosts(resellerId: string) {
      const rows = await database.resellerHost.findMany({ where: { resellerId }, orderBy: { position: 'asc' } })
      return rows.map(({ host }) => host)
    },
    async versions(resellerId: string) {
      const rows = await database.configVersion.findMany({ where: { resellerId }, orderBy: { version: 'asc' } })
      return rows.map(({ version }) => version)
    },
    /** Every row of every table, as text. */
    async everything() {
      const tables = ['reseller', 'reseller_host', 'config_version', 'config_rejection']
      const selects = tables.map((table) => `SELECT '${table}' || t::text AS line FROM ${table} t`)
      const { rows } = await owner.query<{ line: string }>(`${selects.join(' UNION ALL ')} ORDER BY 1`)
      return rows.map(({ line }) => line)
    },
    /** The dead letters, once there are at least so many and then no more for a moment of Kafka's. */
    letters: (count: number) => readLetters(dead, count),
    endConnections: () =>
      owner
        .query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = $1',
          ['marquee_app'],
        )
        .catch(() => asSuperuser(fresh.url)),
    async [Symbol.asyncDispose]() {
      for (const client of listeners) await client.end()
      await database.$disconnect()
      await owner.end()
      await fresh[Symbol.asyncDispose]()
    },
  }
}

async function asSuperuser(url: string): Promise<void> {
  const client = new pg.Client(testServices.postgresUrl)
  await client.connect()
  const name = new URL(url).pathname.slice(1)
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = $2', [
    name,
    'marquee_app',
  ])
  await client.end()
}

async function live(database: Database, resellerId: string) {
  const row = await database.reseller.findUnique({ where: { resellerId } })
  return row?.liveVersion ? { version: row.liveVersion, sequence: row.sequence } : null
}

/** Reads from the beginning until the end of the topic as it is once `count` letters are there. */
async function readLetters(topic: string, count: number): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = []
  const consumer = kafka.consumer({ groupId: `letters-${randomUUID()}`, maxWaitTimeInMs: 50 })
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  const marker = `marker-${randomUUID()}`
  let complete = false
  await consumer.run({
    eachMessage: async ({ message }) => {
      const value = message.value?.toString() ?? ''
      if (value === marker) complete = letters.length >= count
      else if (!value.startsWith('marker-')) letters.push(DeadLetter.parse(JSON.parse(value)))
    },
  })
  try {
    await vi.waitFor(async () => {
      await producer.send({ topic, messages: [{ value: marker }] })
      await vi.waitFor(() => expect(complete).toBe(true), { timeout: 2_000, interval: 20 })
    }, patience)
  } finally {
    await consumer.disconnect()
  }
  return letters
}
