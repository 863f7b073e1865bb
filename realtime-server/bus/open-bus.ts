import type { Bus, DeliveryReader, DeliveryWriter, Opening } from './bus.ts'
import type { BusConfig } from './bus-config.ts'
import { kafkaBus } from './kafka/kafka-bus.ts'

const BUSES: { [Kind in BusConfig['kind']]: Bus<Extract<BusConfig, { kind: Kind }>> } = { kafka: kafkaBus }

/** Opens a dispatcher's end of the bus that is configured. */
export function openWriter(config: BusConfig, opening: Opening): Promise<DeliveryWriter> {
  return BUSES[config.kind].openWriter(config, opening)
}

/** Opens a node's end of the bus that is configured. */
export function openReader(config: BusConfig, opening: Opening): Promise<DeliveryReader> {
  return BUSES[config.kind].openReader(config, opening)
}
