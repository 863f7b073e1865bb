import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createLog } from '#platform/log.ts'
import { openRedis } from '#platform/redis.ts'
import { openWriter } from '../bus/open-bus.ts'
import { readDispatcherConfig } from '../dispatcher/config.ts'
import { directOf, dispatchDirect } from '../dispatcher/direct.ts'
import { dispatch } from '../dispatcher/dispatcher.ts'
import { outgoingOf, type SourceEvent } from '../dispatcher/outgoing.ts'
import { sourceReaders } from '../dispatcher/run-dispatcher.ts'
import { RedisHistory } from '../history/redis-history.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'

/*
 * A dispatcher, as a process of its own, that meets its fate at a certain step of its first batch:
 * `node realtime-server/test/doomed-dispatcher.ts dies-before-produce | freezes-before-produce | dies-before-commit`.
 */

const fate = process.argv[2]
let met = false
function meet(step: string): void {
  if (met || fate !== step) return
  met = true
  console.log(JSON.stringify({ msg: step }))
  process.kill(process.pid, step.startsWith('freezes') ? 'SIGSTOP' : 'SIGKILL')
}

const config = readDispatcherConfig()
const log = createLog('doomed-dispatcher')
const redis = await openRedis(config.redisUrl, log)
const kafka = createKafka(config.brokers, 'doomed-dispatcher', log)
const producer = await openProducer(kafka)
const writer = await openWriter(config.bus, { id: 'doomed-dispatcher', log, resources: new AsyncDisposableStack() })
const deps = {
  history: new RedisHistory(redis),
  registry: new RedisRegistry(redis),
  writer: {
    async send(deliveries: Parameters<typeof writer.send>[0]) {
      meet('dies-before-produce')
      meet('freezes-before-produce')
      return await writer.send(deliveries)
    },
    [Symbol.asyncDispose]: () => writer[Symbol.asyncDispose](),
  },
}
await startConsumer<SourceEvent>({
  ...{ kafka, producer, groupId: config.group, readers: sourceReaders(config.topics), from: 'earliest', log },
  async handle(records) {
    const events = records.map(({ event }) => event)
    await dispatch(
      deps,
      events.map(outgoingOf).filter((message) => message !== null),
    )
    await dispatchDirect(
      deps,
      events.map(directOf).filter((message) => message !== null),
    )
    meet('dies-before-commit')
  },
})
log.info('dispatching')
