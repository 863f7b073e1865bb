import type { Bus } from '../bus.ts'
import type { RabbitmqBusConfig } from '../bus-config.ts'
import { RabbitmqDeliveryReader } from './rabbitmq-reader.ts'
import { RabbitmqDeliveryWriter } from './rabbitmq-writer.ts'

/** RabbitMQ hands on and forgets: a node that was cut off reads history instead. */
export const rabbitmqBus: Bus<RabbitmqBusConfig> = {
  guarantees: { retains: false },

  async openWriter(config, { id, log, resources }) {
    return resources.use(await RabbitmqDeliveryWriter.open(config, { client: id, log }))
  },

  async openReader(config, { id, log, resources }) {
    return resources.use(new RabbitmqDeliveryReader(config, { reader: id, log }))
  },
}
