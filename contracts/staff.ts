import { z } from 'zod'
import { CoreId } from './ids.ts'
import { OrderStatus } from './order.ts'

/*
 * What the staff of a reseller ask of the storefront beside configuration (contracts/storefront.ts), on its own host.
 *   POST   /api/admin/orders/search            OrderSearch → FoundOrders; for viewers too
 *   POST   /api/admin/orders/{id}/send-again   → 202; 429 within an hour of the last time
 *   POST   /api/admin/announcements            Idempotency-Key; NewAnnouncement (lib/announcements) → Announced
 *   DELETE /api/admin/announcements/{id}       → 204: it is taken back
 */

/**
 * The question is a body and not a query, because it names people, and addresses are logged by whatever they pass. Without
 * `q` the newest orders are meant.
 */
export const OrderSearch = z.object({
  q: z.string().trim().max(254).default(''),
  cursor: z.string().max(200).optional(),
})

/** An order as one line; moments and money in words, in the site's first language. */
export const FoundOrder = z.object({
  id: CoreId,
  code: z.string(),
  buyer: z.object({ name: z.string(), email: z.string() }),
  /** Null where core cannot tell of the show. */
  show: z.object({ title: z.string(), when: z.string() }).nullable(),
  tickets: z.int().min(0),
  total: z.string(),
  status: OrderStatus,
  /** When it was ordered. */
  when: z.string(),
})

export const FoundOrders = z.object({ items: z.array(FoundOrder), nextCursor: z.string().nullable() })

/** What became of an announcement when it was written. */
export const Announced = z.object({ id: z.string(), status: z.enum(['scheduled', 'live', 'over', 'recalled']) })

export type OrderSearch = z.infer<typeof OrderSearch>
export type FoundOrder = z.infer<typeof FoundOrder>
export type FoundOrders = z.infer<typeof FoundOrders>
export type Announced = z.infer<typeof Announced>
