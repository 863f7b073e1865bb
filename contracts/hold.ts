import { z } from 'zod'
import { CoreId, CustomerRef, Instant } from './ids.ts'
import { Price } from './money.ts'

/** Some tickets of one tier; for seated tiers exactly `quantity` seats are named. */
export const Item = z
  .object({
    tierId: CoreId,
    quantity: z.int().min(1).max(100),
    seatIds: z.array(CoreId).max(100).optional(),
  })
  .refine((item) => item.seatIds === undefined || new Set(item.seatIds).size === item.quantity, {
    path: ['seatIds'],
    message: 'must name exactly `quantity` different seats',
  })

/** `POST /v1/holds`, with an `Idempotency-Key` header. At most 20 items: no hall has more tiers on one order. */
export const HoldRequest = z.object({
  showId: CoreId,
  customerRef: CustomerRef,
  items: z.array(Item).min(1).max(20),
})

/** Tickets reserved for one buyer until `expiresAt` by core's clock (`serverNow` is that clock at the answer). */
export const Hold = z.object({
  id: CoreId,
  showId: CoreId,
  items: z.array(Item),
  expiresAt: Instant,
  serverNow: Instant,
  extensionsLeft: z.int().min(0),
  total: Price,
})

export type Item = z.infer<typeof Item>
export type HoldRequest = z.infer<typeof HoldRequest>
export type Hold = z.infer<typeof Hold>
