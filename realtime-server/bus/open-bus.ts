import type { Bus, DeliveryReader, DeliveryWriter, Opening } from './bus.ts'
import type { BusConfig } from './bus-config.ts'
import { kafkaBus } from './kafka/kafka-bus.ts'
import { rabbitmqBus } from './rabbitmq/rabbitmq-bus.ts'
import { redisBus } from './redis/redis-bus.ts'

const BUSES: { [Kind in BusConfig['kind']]: Bus<Extract<BusConfig, { kind: Kind }>> } = {
  kafka: kafkaBus,
  redis: redisBus,
  rabbitmq: rabbitmqBus,
}

/** Opens a dispatcher's end of the bus that is configured. */
export function openWriter(config: BusConfig, opening: Opening): Promise<DeliveryWriter> {
  return busOf(config).openWriter(config, opening)
}

/** Opens a node's end of the bus that is configured. */
export function openReader(config: BusConfig, opening: Opening): Promise<DeliveryReader> {
  return busOf(config).openReader(config, opening)
}

const busOf = (config: BusConfig): Bus<BusConfig> => BUSES[config.kind]
