import { z } from 'zod'
import { Item } from './hold.ts'
import { CoreId, CustomerRef, EventId, Instant, ResellerId, ShowVersion } from './ids.ts'
import { OrderStatus } from './order.ts'

/*
 * Core's domain events. `core.tickets` has key = showId, so a show's changes are in order;
 * `core.orders` has key = `<resellerId>:<customerRef>`, so a buyer's are.
 */

const envelope = { id: EventId, at: Instant }
const step = { showId: CoreId, from: ShowVersion, version: ShowVersion }
const stock = { items: z.array(Item).min(1).max(200), remaining: z.record(CoreId, z.int().min(0)) }

/** `resellerId` says who sold it; it is stripped before anything public. */
export const TicketSoldEvent = z.object({
  ...envelope,
  type: z.literal('ticket.sold'),
  ...step,
  ...stock,
  saleIds: z.array(CoreId).min(1).max(200),
  resellerId: ResellerId,
})
export const TicketHeldEvent = z.object({
  ...envelope,
  type: z.literal('ticket.held'),
  ...step,
  ...stock,
  resellerId: ResellerId,
})
export const TicketReleasedEvent = z.object({
  ...envelope,
  type: z.literal('ticket.released'),
  ...step,
  ...stock,
  resellerId: ResellerId,
})
export const ShowUpdatedEvent = z.object({
  ...envelope,
  type: z.literal('show.updated'),
  ...step,
  changed: z.array(z.string().max(40)).min(1).max(40),
})

/** Everything on `core.tickets` that we know; an unknown `type` is skipped, not an error. */
export const TicketEvent = z.discriminatedUnion('type', [
  TicketSoldEvent,
  TicketHeldEvent,
  TicketReleasedEvent,
  ShowUpdatedEvent,
])

/** Everything on `core.orders`. */
export const OrderEvent = z.object({
  ...envelope,
  type: z.literal('order.updated'),
  resellerId: ResellerId,
  customerRef: CustomerRef,
  orderId: CoreId,
  showId: CoreId,
  status: OrderStatus,
  saleIds: z.array(CoreId).optional(),
})

export type TicketEvent = z.infer<typeof TicketEvent>
export type ShowUpdatedEvent = z.infer<typeof ShowUpdatedEvent>
export type TicketReleasedEvent = z.infer<typeof TicketReleasedEvent>
export type OrderEvent = z.infer<typeof OrderEvent>
