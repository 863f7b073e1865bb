import { randomUUID } from 'node:crypto'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { z } from 'zod'
import { OrderEvent, TicketEvent } from '#contracts/core-event.ts'
import { FORMER_DATA_LIMIT, isReadableData, ReceivedMessage } from '#contracts/delivery.ts'
import { MESSAGES } from '#contracts/message.ts'
import { gaugeConsumer } from '#platform/consumer-metrics.ts'
import { deadLetterMetrics } from '#platform/dead-letter-metrics.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { type RunningConsumer, startConsumer } from '#platform/kafka-consumer.ts'
import type { EventReader } from '#platform/kafka-record.ts'
import { createMetrics, listenOps } from '#platform/ops.ts'
import type { Program } from '#platform/program.ts'
import { openRedis } from '#platform/redis.ts'
import { RedisAudience } from '../audience/redis-audience.ts'
import { openWriter } from '../bus/open-bus.ts'
import { RedisHistory } from '../history/redis-history.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import type { RegistryView } from '../registry/registry.ts'
import { AudienceTeller, type Told } from './audience-teller.ts'
import { type DispatcherConfig, readDispatcherConfig } from './config.ts'
import { type DirectDispatched, directOf, dispatchDirect } from './direct.ts'
import { type Dispatched, dispatch } from './dispatcher.ts'
import { LiveNodes } from './live-nodes.ts'
import { outgoingOf, type SourceEvent } from './outgoing.ts'
import { SourceHandler } from './source-handler.ts'

/** Without a fetch for this long the dispatcher is not ready: three times what the consumer's own watchdog allows to pass unseen. */
const STALE_MS = 15_000

/** Shows are in order within their partition; others need not wait for them. More than this only queue at Redis. */
const BATCHES_AT_ONCE = 6
/**
 * Whole batches: what came together is one round of Redis and of the bus, and may be merged. A fetch ends at a megabyte of
 * each partition.
 */
const RECORDS_AT_ONCE = Number.POSITIVE_INFINITY

/** In broadcast mode nobody is asked: all nodes look for themselves. */
const EVERYONE: RegistryView = {
  recipients: async (interests) => interests.map(() => 'everyone'),
  nodes: async () => [],
}

/** The dispatcher: consumes core's events and published messages, and turns them into deliveries. Any number may run. */
export async function runDispatcher({ log, resources }: Program): Promise<void> {
  const config = readDispatcherConfig()
  log.level = config.logLevel
  const id = `dispatcher-${randomUUID().slice(0, 8)}`
  const redis = resources.use(await openRedis(config.redisUrl, log))
  const kafka = createKafka(config.brokers, id, log)
  const producer = resources.use(await openProducer(kafka))
  const writer = await openWriter(config.bus, { id, log, resources })
  const metrics = createMetrics('dispatcher')
  const registry = config.bus.addressing === 'broadcast' ? EVERYONE : new RedisRegistry(redis)
  const deps = { history: new RedisHistory(redis), registry, writer }
  const count = countDispatched(metrics)
  const toConnections = { registry: new LiveNodes(registry), writer }
  const source = new SourceHandler(async (messages) => count.toStreams(await dispatch(deps, messages)), log)

  let consumer: RunningConsumer | null = null
  const readiness = () => {
    const idleMs = consumer?.idleMs() ?? null
    return {
      ready: idleMs !== null && idleMs < STALE_MS && redis.status === 'ready',
      idleMs,
      lag: consumer?.lag() ?? null,
    }
  }
  gaugeConsumer(metrics, () => consumer)
  resources.use(await listenOps({ role: 'dispatcher', id, metrics, readiness }, config.opsPort, config.host))
  consumer = resources.use(
    await startConsumer<SourceEvent>({
      kafka,
      producer,
      deadLettered: deadLetterMetrics(metrics),
      groupId: config.group,
      readers: sourceReaders(config.topics),
      // What a new group has not seen is old news at worst: versions sort it out, and clients announce only what is fresh.
      from: 'earliest',
      concurrency: BATCHES_AT_ONCE,
      pieceSize: RECORDS_AT_ONCE,
      async handle(records, later) {
        const events = records.map(({ event }) => event)
        const direct = events.map(directOf).filter((message) => message !== null)
        count.pastStreams(await dispatchDirect(toConnections, direct))
        await source.handle(events, later)
      },
      log,
    }),
  )
  const tellerDeps = { audience: new RedisAudience(redis), registry, writer }
  resources.use(new AudienceTeller(tellerDeps, log, countingAudiences(metrics)))
  // First of all when the program stops, so that the consumer need not wait for windows to end.
  resources.defer(() => source.hurry())
  log.info({ id }, 'dispatching')
}

/** How each source topic is read. */
export function sourceReaders(topics: DispatcherConfig['topics']): Record<string, EventReader<SourceEvent>> {
  const tickets = ['ticket.sold', 'ticket.held', 'ticket.released', 'show.updated']
  return {
    [topics.tickets]: { types: tickets, schema: deliverable(TicketEvent) },
    [topics.orders]: { types: ['order.updated'], schema: deliverable(OrderEvent) },
    [topics.messages]: { types: Object.keys(MESSAGES), schema: ReceivedMessage },
  }
}

/** Core does not bound its lists; what viewers would be told of them is, as for everybody who publishes. */
function deliverable<T extends SourceEvent>(schema: z.ZodType<T>): z.ZodType<T> {
  return schema.refine((event) => isReadableData(outgoingOf(event)?.data ?? ''), {
    message: `what it tells viewers is more than ${FORMER_DATA_LIMIT} characters`,
  })
}

function countingAudiences(registry: Registry) {
  const registers = [registry]
  const summed = new Counter({
    name: 'realtime_audiences_summed_total',
    help: 'Shows whose viewers were summed',
    registers,
  })
  const told = new Counter({
    name: 'realtime_audiences_told_total',
    help: 'Counts of viewers sent to nodes',
    registers,
  })
  return (round: Told) => {
    summed.inc(round.summed)
    told.inc(round.told)
  }
}

function countDispatched(registry: Registry) {
  const registers = [registry]
  const events = new Counter({ name: 'realtime_dispatched_events_total', help: 'Events dispatched', registers })
  const messages = new Counter({
    name: 'realtime_dispatched_messages_total',
    help: 'Messages that events became',
    registers,
  })
  const records = new Counter({ name: 'realtime_delivery_records_total', help: 'Records handed to the bus', registers })
  const floods = new Counter({ name: 'realtime_floods_total', help: 'Messages sent to everybody', registers })
  const searches = new Counter({
    name: 'realtime_direct_searches_total',
    help: 'Messages to one connection whose node does not go by its id any more, so that every node looked',
    registers,
  })
  const last = new Gauge({
    name: 'realtime_last_dispatch_seconds',
    help: 'When the last batch was dispatched',
    registers,
  })
  const counted = (done: Pick<Dispatched, 'messages' | 'records'>) => {
    messages.inc(done.messages)
    records.inc(done.records)
    last.setToCurrentTime()
  }
  return {
    toStreams(done: Dispatched) {
      events.inc(done.events)
      floods.inc(done.floods)
      counted(done)
    },
    pastStreams(done: DirectDispatched) {
      events.inc(done.messages)
      searches.inc(done.searches)
      counted(done)
    },
  }
}
