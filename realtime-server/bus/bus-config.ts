import { z } from 'zod'
import { TOPICS } from '#contracts/topics.ts'
import { BrokersVariable } from '#platform/environment.ts'

/**
 * How a bus is addressed. `targeted`: the registry says which nodes hold viewers of a stream, and only those hear of it.
 * `broadcast`: every node hears everything and looks for itself; nobody asks the registry.
 */
export const ADDRESSINGS = ['targeted', 'broadcast'] as const
export type Addressing = (typeof ADDRESSINGS)[number]

const MODE = { REALTIME_BUS_MODE: z.enum(ADDRESSINGS).default('targeted') }

/** What addresses begin with, for buses that go by a node's id. A dot in it would look like a part of the address. */
const NAME = {
  REALTIME_BUS_NAME: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'must be a short word')
    .default('rt'),
}

/** `redis://host:port,redis://host:port`. */
const RedisUrlsVariable = z
  .string()
  .transform((text) => text.split(',').map((url) => url.trim()))
  .refine((urls) => urls.every((url) => /^rediss?:\/\/[^/\s]/.test(url) && URL.canParse(url)), {
    message: 'must list redis:// URLs, separated by commas where they are a cluster’s',
  })

const Kafka = z
  .object({
    REALTIME_BUS: z.literal('kafka'),
    ...MODE,
    KAFKA_BROKERS: BrokersVariable,
    DELIVERIES_TOPIC: z.string().default(TOPICS.realtimeDeliveries.name),
  })
  .transform((env) => ({
    bus: {
      kind: env.REALTIME_BUS,
      addressing: env.REALTIME_BUS_MODE,
      brokers: env.KAFKA_BROKERS,
      topic: env.DELIVERIES_TOPIC,
    },
  }))

const Redis = z
  .object({
    REALTIME_BUS: z.literal('redis'),
    ...MODE,
    ...NAME,
    BUS_REDIS_URL: RedisUrlsVariable.optional(),
    /** Its program requires it; here it is only what is used where nothing else is said. */
    REGISTRY_REDIS_URL: z.string().default(''),
  })
  .transform((env) => ({
    bus: {
      kind: env.REALTIME_BUS,
      addressing: env.REALTIME_BUS_MODE,
      name: env.REALTIME_BUS_NAME,
      servers: env.BUS_REDIS_URL ?? [env.REGISTRY_REDIS_URL],
    },
  }))

const Rabbitmq = z
  .object({
    REALTIME_BUS: z.literal('rabbitmq'),
    ...MODE,
    ...NAME,
    RABBITMQ_URL: z.url({
      protocol: /^amqps?$/,
      hostname: /./,
      error: 'must be an amqp:// URL, e.g. amqp://user:password@host:5672',
    }),
  })
  .transform((env) => ({
    bus: {
      kind: env.REALTIME_BUS,
      addressing: env.REALTIME_BUS_MODE,
      name: env.REALTIME_BUS_NAME,
      url: env.RABBITMQ_URL,
    },
  }))

/** The variables that choose the last hop, as one value `bus`. Dispatchers and nodes must agree on all of them. */
export const BusEnvironment = z.preprocess(
  (env: object) => ({ REALTIME_BUS: 'kafka', ...env }),
  z.discriminatedUnion('REALTIME_BUS', [Kafka, Redis, Rabbitmq], { error: 'must be kafka, redis or rabbitmq' }),
)

/** Which bus, how it is addressed, and where it is. */
export type BusConfig = z.output<typeof BusEnvironment>['bus']
export type KafkaBusConfig = Extract<BusConfig, { kind: 'kafka' }>
/** `servers` are redis:// URLs: one is a plain Redis, several are members of a cluster, which names the others itself. */
export type RedisBusConfig = Extract<BusConfig, { kind: 'redis' }>
/** `name` is the exchange, and what addresses begin with. */
export type RabbitmqBusConfig = Extract<BusConfig, { kind: 'rabbitmq' }>
