import type { ClientData, ClientEvent } from '#contracts/message.ts'
import type { OrderStatus } from '#contracts/order.ts'
import type { ServerEvent } from './event-stream-parser.ts'
import {
  type Check,
  isBoolean,
  isCount,
  isInstant,
  isText,
  listOf,
  oneOf,
  optional,
  parseJson,
  recordOf,
  shapeOf,
} from './shape.ts'

/** Events that a stream carries; `ready` and `reset` are about the connection. */
export type StreamEvent = Exclude<ClientEvent, 'ready' | 'reset'>

/** One message, told apart by `event`. `viewers` comes without an id, and so does what no stream carries. */
export type StreamMessage = {
  [E in StreamEvent]: { readonly event: E; readonly id: string | null; readonly data: ClientData<E> }
}[StreamEvent]

/** Everything that the tier says to a client. */
export type ClientMessage =
  | { readonly event: 'ready'; readonly id: string | null; readonly data: ClientData<'ready'> }
  | { readonly event: 'reset'; readonly id: string | null; readonly data: ClientData<'reset'> }
  | StreamMessage

const ORDER_STATUSES: readonly OrderStatus[] = ['pending_payment', 'confirmed', 'failed', 'cancelled', 'refunded']

const onStream = { stream: isText, at: isInstant }
const step = { ...onStream, showId: isText, from: isCount, version: isCount }
const items = listOf(shapeOf({ tierId: isText, quantity: isCount, seatIds: optional(listOf(isText)) }))
const stockStep = { ...step, items, remaining: recordOf(isCount) }

const CHECKS: Readonly<Record<ClientEvent, Check>> = {
  ready: shapeOf({
    at: isInstant,
    connection: isText,
    node: isText,
    streams: recordOf(shapeOf({ version: optional(isCount) })),
  }),
  'ticket.sold': shapeOf({ ...stockStep, sales: isCount, saleIds: listOf(isText) }),
  'ticket.held': shapeOf(stockStep),
  'ticket.released': shapeOf(stockStep),
  'show.updated': shapeOf({ ...step, changed: listOf(isText) }),
  viewers: shapeOf({ ...onStream, showId: isText, count: isCount }),
  'order.updated': shapeOf({
    ...onStream,
    orderId: isText,
    status: oneOf(...ORDER_STATUSES),
    saleIds: optional(listOf(isText)),
  }),
  inbox: shapeOf({ ...onStream, notificationId: isText, kind: isText, title: isText, unread: isCount }),
  promotional: shapeOf({
    ...onStream,
    announcementId: isText,
    text: isText,
    href: optional(isText),
    until: optional(isInstant),
    recalled: optional(isBoolean),
  }),
  notice: shapeOf({ ...onStream, noticeId: isText, text: isText, until: optional(isInstant) }),
  config: shapeOf({ ...onStream, version: isCount, sequence: isCount }),
  sales: shapeOf({ ...onStream, minute: isInstant }),
  reset: shapeOf({ at: isInstant, streams: listOf(isText) }),
}

/** What an event of the stream means to us; null for an unknown event, which must be ignored, and for an unreadable one. */
export function parseClientMessage({ event, data, id }: ServerEvent): ClientMessage | null {
  const check = Object.hasOwn(CHECKS, event) ? CHECKS[event as ClientEvent] : undefined
  if (!check) return null
  const value = parseJson(data)
  return check(value) ? ({ event, id: id ?? null, data: value } as ClientMessage) : null
}
