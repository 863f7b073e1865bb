/**
 * What an integration test may ask for. The servers run once for the whole test run (global-services.ts, or
 * keep-services.ts in another terminal); a test takes something of its own on them and gives it back:
 *
 *     await using database = await freshDatabase()   // migrated; database.url (application role), database.ownerUrl
 *     await using redis = await freshRedis()         // redis.url, an empty logical database
 *     const topics = await freshTopics('tickets')    // topics.tickets, a name that nobody else uses
 *
 * A test that kills or freezes a server starts one of its own: startRedis, startPostgres, startKafka in dev/services.
 */
import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { Kafka, logLevel } from 'kafkajs'
import pg from 'pg'
import { applyMigrations, readMigrations } from '../migrations/apply.ts'
import { checksum } from '../migrations/plan.ts'
import { createTopics } from '../services/kafka-topics.ts'
import { databaseUrl, roles } from '../services/postgres-roles.ts'
import { readTestServices } from './running-services.ts'

/** Seen by every test process; the number is any, it only has to be ours. */
const TEMPLATE_LOCK = 4_190_001
/** dev/services/redis.ts configures this many; number 0 keeps the counter. */
const REDIS_DATABASES = 512

export const testServices = readTestServices()

export interface FreshDatabase extends AsyncDisposable {
  /** As the application's role. */
  readonly url: string
  readonly ownerUrl: string
}

/** A database with all migrations applied. About 50 ms: it is copied from a template that is migrated once. */
export const freshDatabase = (): Promise<FreshDatabase> => createDatabase(migratedTemplate)

/** A database with nothing in it. */
export const emptyDatabase = (): Promise<FreshDatabase> => createDatabase(async () => 'template0')

/** An empty logical database of the shared Redis. Publish and subscribe cross databases: use channel names of your own. */
export async function freshRedis(): Promise<{ url: string } & AsyncDisposable> {
  const counter = new Redis(testServices.redisUrl)
  const number = 1 + ((await counter.incr('tests:next-database')) % (REDIS_DATABASES - 1))
  await counter.quit()
  const url = `${testServices.redisUrl}/${number}`
  await flush(url)
  return { url, [Symbol.asyncDispose]: () => flush(url) }
}

/** Topics under names that nobody else uses, by the word you call them. The stand-in gives four partitions whatever you ask. */
export async function freshTopics<Name extends string>(
  ...wanted: readonly (Name | { readonly name: Name; readonly partitions: number })[]
): Promise<Record<Name, string>> {
  const suffix = randomUUID().slice(0, 8)
  const topics = wanted.map((one) => (typeof one === 'string' ? { name: one, partitions: 4 } : one))
  const real = topics.map((topic) => ({ ...topic, name: `${topic.name}.${suffix}`, retentionMs: 3_600_000 }))
  if (testServices.kafkaProvider === 'real') await createTopics(testServices.kafkaBrokers, real)
  else await touchTopics(real.map(({ name }) => name))
  return Object.fromEntries(topics.map(({ name }) => [name, `${name}.${suffix}`])) as Record<Name, string>
}

async function createDatabase(template: (client: pg.Client) => Promise<string>): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await template(client)} OWNER ${roles.owner}`)
  })
  return {
    url: databaseUrl(testServices.postgresUrl, 'application', name),
    ownerUrl: databaseUrl(testServices.postgresUrl, 'owner', name),
    [Symbol.asyncDispose]: () =>
      asSuperuser(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  }
}

async function migratedTemplate(client: pg.Client): Promise<string> {
  const migrations = readMigrations()
  const name = `template_${checksum(migrations.map(({ sql }) => sql).join('\n')).slice(0, 16)}`
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (rowCount) return name
  const draft = `${name}_draft`
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${draft} OWNER ${roles.owner}`)
  await applyMigrations(databaseUrl(testServices.postgresUrl, 'owner', draft), migrations)
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
  return name
}

async function asSuperuser(act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(testServices.postgresUrl)
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}

async function flush(url: string): Promise<void> {
  const redis = new Redis(url)
  await redis.flushdb()
  await redis.quit()
}

/** The stand-in makes a topic when somebody asks for its metadata. */
async function touchTopics(topics: string[]): Promise<void> {
  const admin = new Kafka({ brokers: testServices.kafkaBrokers.split(','), logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  await admin.fetchTopicMetadata({ topics })
  await admin.disconnect()
}
