import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Producer } from 'kafkajs'
import pg from 'pg'
import type { ConfigEvent } from '#contracts/config-event.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import startServices from '#dev/test/global-services.ts'
import { cell } from './cells.ts'
import { quantile } from './quantiles.ts'
import type { Measured } from './report/result.ts'
import { wanted } from './report/wanted.ts'
import { sizeOf } from './sizes.ts'

const MESSAGES = sizeOf('MESSAGES', 10_000)
const RESELLERS = sizeOf('RESELLERS', 1_000)
const ROUNDS = sizeOf('ROUNDS', 3)
const AT_A_TIME = 500
/** Whoever is not there after so long is not waited for any longer. */
const LIMIT_MS = sizeOf('LIMIT_MS', 180_000)
const LOOK_MS = 50

/**
 * `npm run bench -- config-rush`: as when a new worker reads the whole topic, or everybody's sites change at once. All
 * resellers' first versions, then all of their second ones, and so on, until the last is the one that is live in PostgreSQL.
 */
export async function configRush(): Promise<Measured> {
  const stopServices = await startServices()
  const tookS: number[] = []
  const behind: number[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(`· round ${round} of ${ROUNDS}`)
    const outcome = await rush()
    tookS.push(outcome.tookS)
    behind.push(outcome.behind)
  }
  await stopServices?.()
  const seconds = quantile(tookS, 0.5)
  return {
    how: `${MESSAGES} messages of ${RESELLERS} resellers on Kafka, ${MESSAGES / RESELLERS} versions of each, from when the first was handed to Kafka until each reseller’s last one is live in PostgreSQL; read, decided and stored as the worker does it, in batches of a real consumer. ${ROUNDS} rounds, each in a database of its own.`,
    stoppedBy: 'one transaction at a time, under the lock that keeps two workers apart',
    tables: {
      main: {
        'all configurations applied': {
          'median s': cell(seconds),
          'least s': cell(Math.min(...tookS)),
          'most s': cell(Math.max(...tookS)),
          'messages a second': cell(MESSAGES / seconds),
          'resellers that were left behind': Math.max(...behind),
        },
      },
    },
    wanted: [
      wanted(
        `${MESSAGES.toLocaleString('en')} configuration messages applied, slowest of ${ROUNDS}`,
        Math.max(...tookS),
        30,
        's',
      ),
      wanted('resellers without their newest version', Math.max(...behind), 0),
    ],
  }
}

/** @returns how long it took, without an end when not everybody was there in time, and how many were not */
async function rush(): Promise<{ tookS: number; behind: number }> {
  // Loaded after the servers run: they read their addresses when they are imported.
  const { freshDatabase, freshTopics, testServices } = await import('#dev/test/services.ts')
  const { createTopics } = await import('#dev/services/kafka-topics.ts')
  const { deadLetterTopic } = await import('#contracts/topics.ts')
  const { createKafka, openProducer } = await import('#platform/kafka.ts')
  const { startConsumer } = await import('#platform/kafka-consumer.ts')
  const { createLog } = await import('#platform/log.ts')
  const { createEmitter } = await import('#realtime/emitter.ts')
  const { openDatabase } = await import('#worker/database.ts')
  const { configReader, configSync } = await import('#worker/config-sync/config-sync.ts')
  const { noteUnreadable } = await import('#worker/config-sync/note-unreadable.ts')
  await using resources = new AsyncDisposableStack()
  const log = createLog('bench', 'silent')
  const fresh = resources.use(await freshDatabase())
  const one = { partitions: 1 }
  const { config: topic, messages } = await freshTopics({ name: 'config', ...one }, { name: 'messages', ...one })
  const dead = { name: deadLetterTopic(topic), ...one, retentionMs: 3_600_000 }
  if (testServices.kafkaProvider === 'real') await createTopics(testServices.kafkaBrokers, [dead])
  const kafka = createKafka(testServices.kafkaBrokers.split(','), 'bench', log)
  const producer = await openProducer(kafka)
  resources.defer(() => producer.disconnect())
  const database = openDatabase(fresh.url)
  resources.defer(() => database.$disconnect())
  const emitter = createEmitter(producer, messages)
  const handle = configSync({ database, producer, log, emitter, applied: () => {} })
  const owner = new pg.Client(fresh.ownerUrl)
  await owner.connect()
  resources.defer(() => owner.end())
  const groupId = `config-rush-${randomUUID()}`
  const readers = { [topic]: configReader }
  const unreadable = noteUnreadable(database)
  resources.use(await startConsumer({ kafka, producer, groupId, readers, from: 'earliest', handle, unreadable, log }))
  const began = performance.now()
  const sending = sendAll(producer, topic)
  const behind = await untilAllAreThere(owner, began + LIMIT_MS)
  const tookS = behind === 0 ? (performance.now() - began) / 1_000 : Number.POSITIVE_INFINITY
  await sending
  return { tookS, behind }
}

async function sendAll(producer: Producer, topic: string): Promise<void> {
  for (let from = 0; from < MESSAGES; from += AT_A_TIME) {
    const some = Array.from({ length: Math.min(AT_A_TIME, MESSAGES - from) }, (_, i) => eventOf(from + i))
    const messages = some.map((event) => ({ key: event.resellerId, value: JSON.stringify(event) }))
    await producer.send({ topic, messages })
  }
}

const lastSequence = Math.floor(MESSAGES / RESELLERS)

/** Everybody's first version before anybody's second one. */
function eventOf(n: number): ConfigEvent {
  const resellerId = `reseller-${n % RESELLERS}`
  const version = Math.floor(n / RESELLERS) + 1
  const config = exampleConfig({ name: `${resellerId} ${version}`, hosts: [`${resellerId}.example`] })
  const envelope = { id: randomUUID(), type: 'reseller.config' as const, at: new Date().toISOString() }
  return { ...envelope, resellerId, sequence: version, live: { version, config } }
}

/** @returns how many resellers are not at their last version by the deadline */
async function untilAllAreThere(owner: pg.Client, deadline: number): Promise<number> {
  for (;;) {
    const { rows } = await owner.query<{ there: number }>(
      'SELECT count(*)::int AS there FROM reseller WHERE sequence >= $1 AND live_version >= $1',
      [lastSequence],
    )
    const behind = RESELLERS - (rows[0]?.there ?? 0)
    if (behind <= 0 || performance.now() > deadline) return behind
    await pause(LOOK_MS)
  }
}
