import { z } from 'zod'
import { TOPICS } from '#contracts/topics.ts'
import {
  BrokersVariable,
  type Logged,
  LogLevelVariable,
  PortVariable,
  readEnvironment,
  type Variables,
} from '#platform/environment.ts'
import { type BusConfig, BusEnvironment } from '../bus/bus-config.ts'

const DispatcherEnvironment = z.object({
  LOG_LEVEL: LogLevelVariable,
  OPS_PORT: PortVariable.default(0),
  HOST: z.string().default('127.0.0.1'),
  REGISTRY_REDIS_URL: z.url('must be a redis:// URL'),
  KAFKA_BROKERS: BrokersVariable,
  DISPATCHER_GROUP: z.string().default('dispatcher'),
  TICKETS_TOPIC: z.string().default(TOPICS.coreTickets.name),
  ORDERS_TOPIC: z.string().default(TOPICS.coreOrders.name),
  MESSAGES_TOPIC: z.string().default(TOPICS.realtimeMessages.name),
})

export interface DispatcherConfig {
  readonly opsPort: number
  readonly host: string
  readonly redisUrl: string
  readonly brokers: readonly string[]
  readonly bus: BusConfig
  readonly group: string
  /** Names of topics; only tests and shared clusters change them. */
  readonly topics: {
    readonly tickets: string
    readonly orders: string
    readonly messages: string
  }
}

/** @throws EnvironmentError listing every fault */
export function readDispatcherConfig(source?: Variables): DispatcherConfig & Logged {
  const env = readEnvironment(DispatcherEnvironment.and(BusEnvironment), source)
  return {
    logLevel: env.LOG_LEVEL,
    opsPort: env.OPS_PORT,
    host: env.HOST,
    redisUrl: env.REGISTRY_REDIS_URL,
    brokers: env.KAFKA_BROKERS,
    bus: env.bus,
    group: env.DISPATCHER_GROUP,
    topics: {
      tickets: env.TICKETS_TOPIC,
      orders: env.ORDERS_TOPIC,
      messages: env.MESSAGES_TOPIC,
    },
  }
}
