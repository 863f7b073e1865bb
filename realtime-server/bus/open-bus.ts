import { createKafka, openProducer } from '#platform/kafka.ts'
import type { Log } from '#platform/log.ts'
import type { DeliveryReader, DeliveryWriter } from './bus.ts'
import type { BusConfig } from './bus-config.ts'
import { KafkaDeliveryReader } from './kafka/kafka-reader.ts'
import { KafkaDeliveryWriter } from './kafka/kafka-writer.ts'

/** Opens a dispatcher's end of the bus that is configured. */
export async function openWriter(
  config: BusConfig,
  { id, log, resources }: { id: string; log: Log; resources: AsyncDisposableStack },
): Promise<DeliveryWriter> {
  const kafka = createKafka(config.brokers, id, log)
  const producer = resources.use(await openProducer(kafka))
  return resources.use(await KafkaDeliveryWriter.open(kafka, producer, config))
}

/** Opens a node's end of the bus that is configured. @param id the node's, new at every start */
export async function openReader(
  config: BusConfig,
  { id, log, resources }: { id: string; log: Log; resources: AsyncDisposableStack },
): Promise<DeliveryReader> {
  const kafka = createKafka(config.brokers, id, log)
  const producer = resources.use(await openProducer(kafka))
  return resources.use(await KafkaDeliveryReader.create(kafka, producer, { ...config, reader: id, log }))
}
