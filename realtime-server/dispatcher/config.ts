import { z } from 'zod'
import { TOPICS } from '#contracts/topics.ts'
import { BrokersVariable, PortVariable, readEnvironment, type Variables } from '#platform/environment.ts'

const DispatcherEnvironment = z.object({
  OPS_PORT: PortVariable.default(0),
  HOST: z.string().default('127.0.0.1'),
  REGISTRY_REDIS_URL: z.url('must be a redis:// URL'),
  KAFKA_BROKERS: BrokersVariable,
  DISPATCHER_GROUP: z.string().default('dispatcher'),
  DELIVERIES_TOPIC: z.string().default(TOPICS.realtimeDeliveries.name),
  TICKETS_TOPIC: z.string().default(TOPICS.coreTickets.name),
  ORDERS_TOPIC: z.string().default(TOPICS.coreOrders.name),
  MESSAGES_TOPIC: z.string().default(TOPICS.realtimeMessages.name),
})

export interface DispatcherConfig {
  readonly opsPort: number
  readonly host: string
  readonly redisUrl: string
  readonly brokers: readonly string[]
  readonly group: string
  /** Names of topics; only tests and shared clusters change them. */
  readonly topics: {
    readonly deliveries: string
    readonly tickets: string
    readonly orders: string
    readonly messages: string
  }
}

/** @throws EnvironmentError listing every fault */
export function readDispatcherConfig(source?: Variables): DispatcherConfig {
  const env = readEnvironment(DispatcherEnvironment, source)
  return {
    opsPort: env.OPS_PORT,
    host: env.HOST,
    redisUrl: env.REGISTRY_REDIS_URL,
    brokers: env.KAFKA_BROKERS,
    group: env.DISPATCHER_GROUP,
    topics: {
      deliveries: env.DELIVERIES_TOPIC,
      tickets: env.TICKETS_TOPIC,
      orders: env.ORDERS_TOPIC,
      messages: env.MESSAGES_TOPIC,
    },
  }
}
