import { createKafka, openProducer } from '#platform/kafka.ts'
import type { Bus } from '../bus.ts'
import type { KafkaBusConfig } from '../bus-config.ts'
import { KafkaDeliveryReader } from './kafka-reader.ts'
import { KafkaDeliveryWriter } from './kafka-writer.ts'

/** Kafka keeps what it was given: a node that was cut off reads on where it was. */
export const kafkaBus: Bus<KafkaBusConfig> = {
  guarantees: { retains: true },

  async openWriter(config, { id, log, resources }) {
    const kafka = createKafka(config.brokers, id, log)
    const producer = resources.use(await openProducer(kafka))
    return resources.use(await KafkaDeliveryWriter.open(kafka, producer, config))
  },

  async openReader(config, { id, log, resources }) {
    const kafka = createKafka(config.brokers, id, log)
    const producer = resources.use(await openProducer(kafka))
    return resources.use(await KafkaDeliveryReader.create(kafka, producer, { ...config, reader: id, log }))
  },
}
