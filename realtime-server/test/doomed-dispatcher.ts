import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createLog } from '#platform/log.ts'
import { openRedis } from '#platform/redis.ts'
import { openWriter } from '../bus/open-bus.ts'
import { readDispatcherConfig } from '../dispatcher/config.ts'
import { directOf, dispatchDirect } from '../dispatcher/direct.ts'
import { dispatch } from '../dispatcher/dispatcher.ts'
import type { SourceEvent } from '../dispatcher/outgoing.ts'
import { sourceReaders } from '../dispatcher/run-dispatcher.ts'
import { SourceHandler } from '../dispatcher/source-handler.ts'
import { RedisHistory } from '../history/redis-history.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'

/*
 * A dispatcher, as a process of its own, that meets its fate when it first comes to a certain step:
 * `node realtime-server/test/doomed-dispatcher.ts dies-before-produce | freezes-before-produce | dies-before-commit |
 * dies-within-window`. Two others live on without a guard: one that `loses-heart` reads no more when Kafka has been silent for
 * a second, and one that `never-retries` passes over what failed.
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
let waited = false
const source = new SourceHandler(async (messages) => {
  // At the last moment, so that whoever commits too early has done so.
  if (waited) meet('dies-within-window')
  try {
    return await dispatch(deps, messages)
  } catch (error) {
    if (fate !== 'never-retries') throw error
    log.info('passed over')
  }
}, log)
const consumer = await startConsumer<SourceEvent>({
  ...{ kafka, producer, groupId: config.group, readers: sourceReaders(config.topics), from: 'earliest', log },
  async handle(records, later) {
    const events = records.map(({ event }) => event)
    await dispatchDirect(
      deps,
      events.map(directOf).filter((message) => message !== null),
    )
    await source.handle(events, (rest) => later(rest.then(() => meet('dies-before-commit'))))
    waited ||= source.waiting > 0
  },
})
log.info('dispatching')
if (fate === 'loses-heart') {
  const looking = setInterval(() => {
    if (consumer.idleMs() < 1_000) return
    clearInterval(looking)
    consumer[Symbol.asyncDispose]().then(undefined, () => {}) // there may be no Kafka to say farewell to
  }, 100)
}
