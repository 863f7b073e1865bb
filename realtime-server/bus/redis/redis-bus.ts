import type { Bus } from '../bus.ts'
import type { RedisBusConfig } from '../bus-config.ts'
import { openPublisher } from './publisher.ts'
import { RedisDeliveryReader } from './redis-reader.ts'
import { RedisDeliveryWriter } from './redis-writer.ts'

/**
 * Redis hands on what it is given to whoever listens at that moment, and keeps nothing: a node that was cut off reads
 * history. It answers once it has handed on.
 */
export const redisBus: Bus<RedisBusConfig> = {
  guarantees: { retains: false },

  async openWriter(config, { log, resources }) {
    const publisher = resources.use(await openPublisher(config.servers, log))
    return resources.use(new RedisDeliveryWriter(publisher, config))
  },

  async openReader(config, { log, resources }) {
    const publisher = resources.use(await openPublisher(config.servers, log))
    return resources.use(new RedisDeliveryReader(publisher, { ...config, log }))
  },
}
