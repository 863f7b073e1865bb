import { z } from 'zod'
import { Item } from './hold.ts'
import { CoreId, CustomerRef, Instant } from './ids.ts'
import { Currency, Price } from './money.ts'

export const OrderStatus = z.enum(['pending_payment', 'confirmed', 'failed', 'cancelled', 'refunded'])

/** Who the tickets are for. The e-mail is where core sends its receipt; we only pass it on. */
export const Buyer = z.object({
  name: z.string().trim().min(1, 'is needed').max(120),
  email: z.email('is not an e-mail address').max(254),
})

/** What a buyer was shown and agreed to pay, all-in. */
export const AgreedTotal = z.object({ amount: z.int().min(0), currency: Currency })

/**
 * `POST /v1/orders`, with an `Idempotency-Key` header. With `total`, an order that would cost anything else is refused with
 * `core/price-changed`.
 */
export const OrderRequest = z.object({
  holdId: CoreId,
  customerRef: CustomerRef,
  buyer: Buyer,
  total: AgreedTotal.optional(),
})

/**
 * How a payment goes on: `await` means core's provider is deciding and the buyer only waits,
 * `redirect` sends the buyer to `url`, `none` means nothing is left to do.
 */
export const NextAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('await') }),
  z.object({ type: z.literal('redirect'), url: z.url() }),
  z.object({ type: z.literal('none') }),
])

export const Order = z.object({
  id: CoreId,
  /** What a buyer reads out on the phone, e.g. `K7QX-24PD`. */
  code: z.string().min(4).max(20),
  showId: CoreId,
  customerRef: CustomerRef,
  status: OrderStatus,
  items: z.array(Item),
  total: Price,
  buyer: Buyer,
  createdAt: Instant,
  updatedAt: Instant,
  payment: z.object({ nextAction: NextAction, failure: z.string().max(200).optional() }),
  /** The sales this order became; the buyer's own browser does not announce them to itself. */
  saleIds: z.array(CoreId).optional(),
})

/** `GET /v1/orders`: one buyer's orders, newest first. */
export const OrderQuery = z.object({ customerRef: CustomerRef, cursor: z.string().max(200).optional() })

export const OrderPage = z.object({ items: z.array(Order), nextCursor: z.string().nullable() })

/** One admission. `barcode` is what the door scans. */
export const Ticket = z.object({
  id: CoreId,
  orderId: CoreId,
  showId: CoreId,
  tierId: CoreId,
  tierName: z.string().max(80),
  seatLabel: z.string().max(20).optional(),
  holder: z.string().max(120),
  barcode: z.string().min(8).max(80),
})

export const TicketPage = z.object({ items: z.array(Ticket), nextCursor: z.string().nullable() })

export type OrderStatus = z.infer<typeof OrderStatus>
export type NextAction = z.infer<typeof NextAction>
export type AgreedTotal = z.infer<typeof AgreedTotal>
export type Buyer = z.infer<typeof Buyer>
export type OrderRequest = z.infer<typeof OrderRequest>
export type Order = z.infer<typeof Order>
export type OrderPage = z.infer<typeof OrderPage>
export type Ticket = z.infer<typeof Ticket>
export type TicketPage = z.infer<typeof TicketPage>
