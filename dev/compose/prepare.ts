import { z } from 'zod'
import { BrokersVariable, readEnvironment } from '#platform/environment.ts'
import { applyMigrations } from '../migrations/apply.ts'
import { createTopics } from '../services/kafka-topics.ts'
import { databases, databaseUrl, prepareServer } from '../services/postgres-roles.ts'

/** What docker-compose.yml runs before everything else: roles, databases, tables and topics, as far as they are missing. */
const { POSTGRES_URL: superuser, KAFKA_BROKERS: brokers } = readEnvironment(
  z.object({ POSTGRES_URL: z.url(), KAFKA_BROKERS: BrokersVariable }),
)
await prepareServer(superuser)
const applied = await applyMigrations(databaseUrl(superuser, 'owner', databases.marquee))
await createTopics(brokers.join(','))
console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'everything was there')
