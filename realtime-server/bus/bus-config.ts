import { z } from 'zod'
import { TOPICS } from '#contracts/topics.ts'
import { BrokersVariable } from '#platform/environment.ts'

/**
 * How a bus is addressed. `targeted`: the registry says which nodes hold viewers of a stream, and only those hear of it.
 * `broadcast`: every node hears everything and looks for itself; nobody asks the registry.
 */
export const ADDRESSINGS = ['targeted', 'broadcast'] as const
export type Addressing = (typeof ADDRESSINGS)[number]

/** The variables that choose the last hop. Dispatchers and nodes must agree on all of them. */
export const busVariables = {
  REALTIME_BUS: z.enum(['kafka']).default('kafka'),
  REALTIME_BUS_MODE: z.enum(ADDRESSINGS).default('targeted'),
  KAFKA_BROKERS: BrokersVariable,
  DELIVERIES_TOPIC: z.string().default(TOPICS.realtimeDeliveries.name),
}

export interface KafkaBusConfig {
  readonly kind: 'kafka'
  readonly addressing: Addressing
  readonly brokers: readonly string[]
  readonly topic: string
}

/** Which bus, how it is addressed, and where it is. */
export type BusConfig = KafkaBusConfig

export function busConfigOf(env: z.output<z.ZodObject<typeof busVariables>>): BusConfig {
  return {
    kind: env.REALTIME_BUS,
    addressing: env.REALTIME_BUS_MODE,
    brokers: env.KAFKA_BROKERS,
    topic: env.DELIVERIES_TOPIC,
  }
}
