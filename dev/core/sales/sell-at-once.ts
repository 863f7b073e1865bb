import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Item } from '#contracts/hold.ts'
import { CoreId, CustomerRef, ResellerId } from '#contracts/ids.ts'
import { Buyer, type Order } from '#contracts/order.ts'
import { isRefusal, type Outcome } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { createHold } from './hold.ts'
import { createOrder, readOrder, toOrder } from './order.ts'
import { settleOrder } from './payment.ts'
import { pickItems } from './pick.ts'

/** `POST /dev/sell`: what to sell. Whatever is left out is chosen: a reseller that has the show, a tier, free seats side by side. */
export const SellRequest = z.object({
  showId: CoreId,
  tierId: CoreId.optional(),
  seatIds: z.array(CoreId).min(1).max(100).optional(),
  quantity: z.int().min(1).max(100).optional(),
  resellerId: ResellerId.optional(),
  customerRef: CustomerRef.optional(),
  buyer: Buyer.default({ name: 'Robin Demo', email: 'robin@example.com' }),
})
export type SellRequest = z.infer<typeof SellRequest>

export interface Sale {
  readonly resellerId: string
  readonly order: Order
  readonly saleIds: readonly string[]
}

/** Holds, orders and settles in one go, by the same code as everybody else. */
export async function sellAtOnce(core: Core, request: SellRequest): Promise<Outcome<Sale>> {
  const resellerId = request.resellerId ?? (await anyResellerOf(core, request.showId))
  if (resellerId === null) return { refused: 'core/not-found' }
  const items = await pickItems(core, request)
  const customerRef = request.customerRef ?? `dev-${randomUUID()}`
  const order = await orderFor(core, resellerId, { showId: request.showId, customerRef, items }, request.buyer)
  if (isRefusal(order)) return order
  await settleOrder(core, order.value.id)
  const settled = await readOrder(core.pool, resellerId, order.value.id)
  if (settled === null) throw new Error(`order ${order.value.id} is gone`)
  return { value: { resellerId, order: toOrder(settled), saleIds: settled.sale_ids } }
}

async function orderFor(
  core: Core,
  resellerId: string,
  wanted: { showId: string; customerRef: string; items: Item[] },
  buyer: Buyer,
): Promise<Outcome<Order>> {
  if (wanted.items.length === 0) return { refused: 'core/unavailable-items' }
  const hold = await createHold(core, resellerId, randomUUID(), wanted)
  if (isRefusal(hold)) return hold
  return createOrder(core, resellerId, randomUUID(), { holdId: hold.value.id, customerRef: wanted.customerRef, buyer })
}

async function anyResellerOf(core: Core, showId: string): Promise<string | null> {
  const { rows } = await core.pool.query<{ reseller_id: string }>(
    'SELECT reseller_id FROM price WHERE show_id = $1 ORDER BY reseller_id LIMIT 1',
    [showId],
  )
  return rows[0]?.reseller_id ?? null
}
