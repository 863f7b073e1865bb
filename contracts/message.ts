import { z } from 'zod'
import { Item } from './hold.ts'
import { CoreId, Instant, ShowVersion } from './ids.ts'
import { OrderStatus } from './order.ts'

/*
 * What viewers receive. Over SSE a message is `id:`, `event:` and one JSON `data:` line; over WebSocket the same JSON
 * carries `id` and `event` as well. `stream` is the name under which the client asked for it; `connection` or `broadcast`
 * (target.ts) where nobody asked, and then there is no id.
 */

const onStream = { stream: z.string().max(200), at: Instant }

/** How many tickets of each tier named in the change are left after it. */
const Remaining = z.record(CoreId, z.int().min(0))

/** One step, or several merged ones, of a show's version: it applies to data with `from` ≤ version < `version`. */
const change = {
  showId: CoreId,
  from: ShowVersion,
  version: ShowVersion,
}
const stockChange = { ...change, items: z.array(Item).max(200), remaining: Remaining }

/** Core confirmed one sale, or `sales` of them merged. It never says who bought; `saleIds` let the buyer's browser keep quiet. */
export const TicketSold = z.object({
  ...onStream,
  ...stockChange,
  sales: z.int().min(1),
  saleIds: z.array(CoreId).max(1000),
})
export const TicketHeld = z.object({ ...onStream, ...stockChange })
export const TicketReleased = z.object({ ...onStream, ...stockChange })
export const ShowUpdated = z.object({ ...onStream, ...change, changed: z.array(z.string().max(40)).max(40) })

/** Browsers with this show visible, on all sites. */
export const Viewers = z.object({ ...onStream, showId: CoreId, count: z.int().min(0) })

export const OrderUpdated = z.object({
  ...onStream,
  orderId: CoreId,
  status: OrderStatus,
  saleIds: z.array(CoreId).optional(),
})
export const Inbox = z.object({
  ...onStream,
  notificationId: z.string().max(64),
  kind: z.string().max(40),
  title: z.string().max(200),
  unread: z.int().min(0),
})
/** Not our list of locales: a tier must pass on those that a newer storefront knows. */
const Language = z.string().max(35)

export const Promotional = z.object({
  ...onStream,
  announcementId: z.string().max(64),
  text: z.string().max(400),
  /** The language of `text`, BCP 47; unknown of older ones. */
  language: Language.optional(),
  /** The same in other languages of the site, for those who read it in one of them. */
  translations: z.record(Language, z.string().max(400)).optional(),
  href: z.string().max(400).optional(),
  until: Instant.optional(),
  /** It was taken back, and `until` has passed: whoever does not know this field sees that. */
  recalled: z.boolean().optional(),
})
/** From the people who run the tier, to whoever is there: maintenance, say. It stands until `until`, if that is given. */
export const Notice = z.object({
  ...onStream,
  noticeId: z.string().max(64),
  text: z.string().max(400),
  until: Instant.optional(),
})
export const ConfigChanged = z.object({ ...onStream, version: z.int().min(1), sequence: z.int().min(1) })

/**
 * Sales of this reseller were counted, or tickets given back; `minute` is the last one in which something changed. It
 * carries no figures: of many only the newest is delivered, and whoever shows figures reads them whole.
 */
export const SalesCounted = z.object({ ...onStream, minute: Instant })

/** `session.ended`: the connections of this session close. Only nodes read it; clients see the stream end. */
export const SessionEnded = z.object({ ...onStream, sid: z.string().min(1).max(128) })

/** The connection is registered everywhere: from here on nothing is missed. `version` is a show's at that moment, if known. */
export const Ready = z.object({
  at: Instant,
  connection: z.string().max(120),
  node: z.string().max(64),
  streams: z.record(z.string(), z.object({ version: ShowVersion.optional() })),
})

/** History does not reach back to what these streams missed: refetch what they feed. */
export const Reset = z.object({ at: Instant, streams: z.array(z.string()).min(1) })

/** Every event that is published, by its name. `ready` and `reset` belong to the connection and are not here. */
export const MESSAGES = {
  'ticket.sold': TicketSold,
  'ticket.held': TicketHeld,
  'ticket.released': TicketReleased,
  'show.updated': ShowUpdated,
  viewers: Viewers,
  'order.updated': OrderUpdated,
  inbox: Inbox,
  promotional: Promotional,
  notice: Notice,
  config: ConfigChanged,
  sales: SalesCounted,
  'session.ended': SessionEnded,
} as const

/** Every event a client may see. An unknown one must be ignored: evolution is additive. */
export const CLIENT_EVENTS = {
  ready: Ready,
  'ticket.sold': TicketSold,
  'ticket.held': TicketHeld,
  'ticket.released': TicketReleased,
  'show.updated': ShowUpdated,
  viewers: Viewers,
  'order.updated': OrderUpdated,
  inbox: Inbox,
  promotional: Promotional,
  notice: Notice,
  config: ConfigChanged,
  sales: SalesCounted,
  reset: Reset,
} as const

export type MessageEvent = keyof typeof MESSAGES
export type ClientEvent = keyof typeof CLIENT_EVENTS
export type MessageData<E extends MessageEvent> = z.infer<(typeof MESSAGES)[E]>
export type ClientData<E extends ClientEvent> = z.infer<(typeof CLIENT_EVENTS)[E]>
