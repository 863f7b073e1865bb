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
  z.discriminatedUnion('REALTIME_BUS', [Kafka, Rabbitmq]),
)

/** Which bus, how it is addressed, and where it is. */
export type BusConfig = z.output<typeof BusEnvironment>['bus']
export type KafkaBusConfig = Extract<BusConfig, { kind: 'kafka' }>
/** `name` is the exchange, and what addresses begin with. */
export type RabbitmqBusConfig = Extract<BusConfig, { kind: 'rabbitmq' }>
