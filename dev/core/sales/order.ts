import { randomUUID } from 'node:crypto'
import type { OrderEvent } from '#contracts/core-event.ts'
import type { Item } from '#contracts/hold.ts'
import type { Price } from '#contracts/money.ts'
import type { Buyer, NextAction, Order, OrderRequest, OrderStatus } from '#contracts/order.ts'
import { type Database, inTransaction } from '../../stand-in/database.ts'
import { newId, newOrderCode } from '../../stand-in/new-id.ts'
import { addToOutbox } from '../../stand-in/outbox.ts'
import type { Outcome, Refusal } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { BANK_WAITS_S, paysAtBank } from './bank.ts'
import type { HoldRow } from './hold.ts'
import { once } from './idempotency.ts'

export interface OrderRow {
  readonly id: string
  readonly code: string
  readonly reseller_id: string
  readonly customer_ref: string
  readonly show_id: string
  readonly hold_id: string
  readonly status: OrderStatus
  readonly buyer: Buyer
  readonly sale_ids: string[]
  readonly failure: string | null
  readonly bank_page: string | null
  readonly created_at: Date
  readonly updated_at: Date
  /** From its hold. */
  readonly items: Item[]
  readonly total: Price
}

/** An order and what its hold knows. */
export const SELECT_ORDER = 'SELECT o.*, h.items, h.total FROM orders o JOIN hold h ON h.id = o.hold_id'

/** Turns a hold into an order that waits for its payment. From here on the hold cannot expire. */
export function createOrder(core: Core, resellerId: string, key: string, body: OrderRequest): Promise<Outcome<Order>> {
  return inTransaction(core.pool, (client) =>
    once(client, { resellerId, operation: 'order', key, body }, () => placeOrder(client, core, resellerId, body)),
  )
}

async function placeOrder(
  client: Database,
  core: Core,
  resellerId: string,
  { holdId, customerRef, buyer, total }: OrderRequest,
): Promise<Outcome<Order>> {
  const { rows } = await client.query<HoldRow>(
    `UPDATE hold SET status = 'ordered'
     WHERE id = $1 AND reseller_id = $2 AND customer_ref = $3 AND status = 'active' AND expires_at > clock_timestamp()
     RETURNING *`,
    [holdId, resellerId, customerRef],
  )
  const hold = rows[0]
  if (hold === undefined) return whyNotOrdered(client, resellerId, holdId, customerRef)
  // Undone with the refusal: the hold goes on.
  const agreed = core.switches.now.ignoresTotal ? undefined : total
  if (agreed && (agreed.amount !== hold.total.amount || agreed.currency !== hold.total.currency))
    return { refused: 'core/price-changed', total: hold.total }
  const id = newId('order')
  const bankPage = paysAtBank(buyer.email) ? `${core.origin}/bank/${id}` : null
  const decidedAfterS = bankPage === null ? core.switches.now.paymentDelayMs / 1000 : BANK_WAITS_S
  await client.query(
    `INSERT INTO orders (id, code, reseller_id, customer_ref, show_id, hold_id, status, buyer, settle_at, bank_page)
     VALUES ($1, $2, $3, $4, $5, $6, 'pending_payment', $7, clock_timestamp() + make_interval(secs => $8), $9)`,
    [id, newOrderCode(), resellerId, customerRef, hold.show_id, holdId, buyer, decidedAfterS, bankPage],
  )
  const order = await readOrder(client, resellerId, id)
  if (order === null) throw new Error(`order ${id} was not written`)
  await tellOfOrder(client, core, order)
  return { value: toOrder(order) }
}

async function whyNotOrdered(client: Database, ...ids: [string, string, string]): Promise<Refusal> {
  const { rows } = await client.query<{ status: string }>(
    'SELECT status FROM hold WHERE reseller_id = $1 AND id = $2 AND customer_ref = $3',
    ids,
  )
  if (rows[0] === undefined) return { refused: 'core/not-found' }
  const detail = rows[0].status === 'ordered' ? 'It has become an order already.' : undefined
  return { refused: 'core/hold-expired', detail }
}

export async function readOrder(client: Database, resellerId: string, orderId: string): Promise<OrderRow | null> {
  const { rows } = await client.query<OrderRow>(`${SELECT_ORDER} WHERE o.reseller_id = $1 AND o.id = $2`, [
    resellerId,
    orderId,
  ])
  return rows[0] ?? null
}

/** Announces an order's status, in the transaction that set it. */
export async function tellOfOrder(client: Database, core: Core, order: OrderRow): Promise<void> {
  const event: OrderEvent = {
    id: randomUUID(),
    type: 'order.updated',
    at: order.updated_at.toISOString(),
    resellerId: order.reseller_id,
    customerRef: order.customer_ref,
    orderId: order.id,
    showId: order.show_id,
    status: order.status,
    ...(order.sale_ids.length > 0 && { saleIds: order.sale_ids }),
  }
  await addToOutbox(client, [
    { topic: core.topics.orders, key: `${order.reseller_id}:${order.customer_ref}`, value: event },
  ])
}

function nextAction({ status, bank_page: url }: OrderRow): NextAction {
  if (status !== 'pending_payment') return { type: 'none' }
  return url === null ? { type: 'await' } : { type: 'redirect', url }
}

export const toOrder = (row: OrderRow): Order => ({
  id: row.id,
  code: row.code,
  showId: row.show_id,
  customerRef: row.customer_ref,
  status: row.status,
  items: row.items,
  total: row.total,
  buyer: row.buyer,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  payment: {
    nextAction: nextAction(row),
    ...(row.failure !== null && { failure: row.failure }),
  },
  ...(row.sale_ids.length > 0 && { saleIds: row.sale_ids }),
})
