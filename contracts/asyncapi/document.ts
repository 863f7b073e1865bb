import { z } from 'zod'
import { ConfigEvent } from '../config-event.ts'
import { OrderEvent, ShowUpdatedEvent, TicketHeldEvent, TicketReleasedEvent, TicketSoldEvent } from '../core-event.ts'
import { DeadLetter } from '../dead-letter.ts'
import { DirectDelivery, Probe, PublishedMessage, StreamDelivery } from '../delivery.ts'
import { CLIENT_EVENTS } from '../message.ts'
import { BROADCAST_EVENTS, CONNECTION_EVENTS, type DirectName } from '../target.ts'
import { deadLetterTopic, TOPICS, type Topic } from '../topics.ts'
import { CLIENT_MESSAGES, SERVER_MESSAGES, WS_CLOSE_CODES } from '../websocket.ts'

/** A topic's messages by name, and what its key means. */
interface TopicMessages {
  readonly topic: Topic
  readonly key: string
  readonly messages: Readonly<Record<string, z.ZodType>>
}

const TOPIC_MESSAGES: readonly TopicMessages[] = [
  {
    topic: TOPICS.coreTickets,
    key: 'showId: the changes of one show are in order',
    messages: {
      'core.ticket.sold': TicketSoldEvent,
      'core.ticket.held': TicketHeldEvent,
      'core.ticket.released': TicketReleasedEvent,
      'core.show.updated': ShowUpdatedEvent,
    },
  },
  {
    topic: TOPICS.coreOrders,
    key: '<resellerId>:<customerRef>: the orders of one buyer are in order',
    messages: { 'core.order.updated': OrderEvent },
  },
  {
    topic: TOPICS.resellerConfig,
    key: 'resellerId: compaction keeps the last event, and each is whole',
    messages: { 'reseller.config': ConfigEvent },
  },
  {
    topic: TOPICS.realtimeMessages,
    key: 'the target: its messages are in order',
    messages: { 'realtime.message': PublishedMessage },
  },
  {
    topic: TOPICS.realtimeDeliveries,
    key: 'none: the partition is the slot of the nodes that read it',
    messages: { 'realtime.delivery': StreamDelivery, 'realtime.direct': DirectDelivery, 'realtime.probe': Probe },
  },
]

/** Streams as viewers follow them, with the events each may carry beside `ready` and `reset`. */
const STREAMS: Readonly<
  Record<string, { address: string; description: string; events: readonly (keyof typeof CLIENT_EVENTS)[] }>
> = {
  show: {
    address: 'public.show.{showId}',
    description: 'Everything that changes the availability of a show, on all sites. Needs no identity.',
    events: ['ticket.sold', 'ticket.held', 'ticket.released', 'show.updated', 'viewers'],
  },
  promotional: {
    address: 'public.promotional.{resellerId}',
    description: 'A reseller’s announcements. Needs no identity.',
    events: ['promotional'],
  },
  order: { address: 'private.order', description: 'The caller’s own orders.', events: ['order.updated'] },
  inbox: { address: 'private.inbox', description: 'The caller’s own notifications.', events: ['inbox'] },
  config: {
    address: 'staff.config',
    description: 'New versions of the configuration, for the reseller’s staff.',
    events: ['config'],
  },
  sales: {
    address: 'staff.sales',
    description: 'That sales of the reseller were counted, for its staff; of several within a second only the newest.',
    events: ['sales'],
  },
}

/** What every connection gets without asking, past all streams: no id, no history, no `reset`. */
const DIRECT: Readonly<Record<DirectName, { description: string; events: readonly (keyof typeof CLIENT_EVENTS)[] }>> = {
  connection: {
    description:
      'Messages for this one connection. Not to be asked for; they come without an id and are never replayed.',
    events: CONNECTION_EVENTS,
  },
  broadcast: {
    description: 'Messages for every connection of the tier. Not to be asked for, no id, never replayed.',
    events: BROADCAST_EVENTS,
  },
}
const SOCKET_SAID =
  'What a client may say over a WebSocket, which is opened with ?streams= and lastEventId= as SSE is, or without any. At most 4 KB each, 64 at once and 2 a second.'
const SOCKET_TOLD = `What a client is told over a WebSocket beside \`ready\`, \`reset\` and the messages of its streams, which come with \`event\`, and \`id\` where there is one, in their JSON. Close codes, and what a client does then: ${Object.entries(
  WS_CLOSE_CODES,
)
  .map(([code, next]) => `${code} ${next}`)
  .join(', ')}; any other: later.`

const schemaOf = (schema: z.ZodType): unknown => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' })
  return json
}

const ref = (path: string) => ({ $ref: `#/${path}` })

function message(name: string, schema: z.ZodType) {
  return { name, contentType: 'application/json', payload: schemaOf(schema) }
}

/** One channel and the messages that travel on it, by their keys in `components`. */
function channel(address: string, description: string, server: string, names: readonly string[]) {
  return {
    address,
    description,
    servers: [ref(`servers/${server}`)],
    messages: Object.fromEntries(names.map((name) => [name, ref(`components/messages/${name}`)])),
  }
}

/** The AsyncAPI 3.0 description of all topics and streams, made from the schemas that the programs themselves use. */
export function asyncApiDocument() {
  const clientName = (event: string) => `client.${event}`
  const clientEvents = Object.entries(CLIENT_EVENTS)
  const said = Object.entries(CLIENT_MESSAGES)
  const told = Object.entries(SERVER_MESSAGES)
  const messages = {
    ...Object.fromEntries(
      TOPIC_MESSAGES.flatMap((t) => Object.entries(t.messages)).map(([n, s]) => [n, message(n, s)]),
    ),
    'dead-letter': message('dead-letter', DeadLetter),
    ...Object.fromEntries(clientEvents.map(([event, s]) => [clientName(event), message(event, s)])),
    ...Object.fromEntries(said.map(([event, s]) => [`ws.client.${event}`, message(event, s)])),
    ...Object.fromEntries(told.map(([event, s]) => [`ws.server.${event}`, message(event, s)])),
  }
  const topics = TOPIC_MESSAGES.flatMap(({ topic, key, messages: own }) => [
    [topic.name, channel(topic.name, `Key: ${key}.`, 'kafka', Object.keys(own))],
    [
      deadLetterTopic(topic.name),
      channel(deadLetterTopic(topic.name), `What nobody could read on ${topic.name}, with the reason.`, 'kafka', [
        'dead-letter',
      ]),
    ],
  ])
  const streams = Object.entries(STREAMS).map(([name, { address, description, events }]) => [
    `stream.${name}`,
    channel(address, description, 'realtime', ['ready', ...events, 'reset'].map(clientName)),
  ])
  const direct = Object.entries(DIRECT).map(([name, { description, events }]) => [
    `stream.${name}`,
    channel(name, description, 'realtime', events.map(clientName)),
  ])
  const parameters = (address: string) =>
    Object.fromEntries([...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, { description: `An id: ${name}` }]))
  const sockets = [
    [
      'websocket.said',
      channel(
        '/ws',
        SOCKET_SAID,
        'realtime',
        said.map(([event]) => `ws.client.${event}`),
      ),
    ],
    [
      'websocket.told',
      channel(
        '/ws',
        SOCKET_TOLD,
        'realtime',
        told.map(([event]) => `ws.server.${event}`),
      ),
    ],
  ]
  const channels = Object.fromEntries([...topics, ...streams, ...direct, ...sockets]) as Record<
    string,
    ReturnType<typeof channel>
  >
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Marquee: topics and streams',
      version: '1.0.0',
      description:
        'Values on topics are JSON; events have `id`, `type` and `at`, deliveries and probes between our own programs do not. Streams are served by the realtime tier as server-sent events: `id:`, `event:` and one JSON `data:` line; or over a WebSocket, as one text message with `id` and `event` in the JSON. Evolution is additive: unknown events and fields are ignored.',
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: { host: 'localhost:9092', protocol: 'kafka', description: 'As KAFKA_BROKERS says.' },
      realtime: { host: 'localhost:4000', protocol: 'http', pathname: '/realtime', description: 'The balancer.' },
    },
    channels: Object.fromEntries(
      Object.entries(channels).map(([name, one]) => {
        const found = parameters(one.address)
        return [name, Object.keys(found).length > 0 ? { ...one, parameters: found } : one]
      }),
    ),
    operations: Object.fromEntries(
      Object.keys(channels).map((name) => [
        `receive.${name}`,
        { action: /^stream\.|\.told$/.test(name) ? 'send' : 'receive', channel: ref(`channels/${name}`) },
      ]),
    ),
    components: { messages },
  }
}

/** The document as it is committed. */
export const asyncApiText = (): string => `${JSON.stringify(asyncApiDocument(), null, 2)}\n`
