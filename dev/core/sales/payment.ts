import { type Database, inTransaction } from '../../stand-in/database.ts'
import { newBarcode, newId } from '../../stand-in/new-id.ts'
import type { Core } from '../core.ts'
import type { Switches } from '../switches/switch-board.ts'
import { markSeats, returnStock } from './claim.ts'
import { type OrderRow, SELECT_ORDER, tellOfOrder } from './order.ts'
import { takeStep } from './step.ts'

/** Why the invented bank declines a buyer, or null when it pays. */
function declines(email: string, mode: Switches['paymentFailure']): string | null {
  const declined = mode === 'always' || (mode === 'by-email' && email.toLowerCase().includes('+fail@'))
  return declined ? 'The card was declined.' : null
}

/**
 * The payment provider's decision about a pending order: confirmed, with tickets, or failed, with the stock given back.
 * Decides once; an order that is settled already stays as it is.
 */
export function settleOrder(core: Core, orderId: string): Promise<void> {
  return inTransaction(core.pool, async (client) => {
    const { rows } = await client.query<OrderRow>(
      `${SELECT_ORDER} WHERE o.id = $1 AND o.status = 'pending_payment' FOR UPDATE OF o`,
      [orderId],
    )
    const order = rows[0]
    if (order === undefined) return
    const failure =
      order.bank_page === null
        ? declines(order.buyer.email, core.switches.now.paymentFailure)
        : 'The payment was not finished.'
    if (failure === null) await confirm(client, core, order)
    else await fail(client, core, order, failure)
  })
}

async function confirm(client: Database, core: Core, order: OrderRow): Promise<void> {
  const saleIds = [newId('sale')]
  await decide(client, core, order, { status: 'confirmed', sale_ids: saleIds, failure: null })
  await issueTickets(client, order)
  for (const item of order.items) await markSeats(client, order.show_id, item.seatIds ?? [], 'held', 'sold')
  const { items, reseller_id: resellerId } = order
  await takeStep(client, core, order.show_id, { type: 'ticket.sold', resellerId, items, saleIds })
}

async function fail(client: Database, core: Core, order: OrderRow, failure: string): Promise<void> {
  await decide(client, core, order, { status: 'failed', sale_ids: [], failure })
  await client.query(`UPDATE hold SET status = 'released' WHERE id = $1`, [order.hold_id])
  await returnStock(client, order.show_id, order.items)
  const { items, reseller_id: resellerId } = order
  await takeStep(client, core, order.show_id, { type: 'ticket.released', resellerId, items })
}

/** Writes the decision down and announces it. */
async function decide(
  client: Database,
  core: Core,
  order: OrderRow,
  decision: Pick<OrderRow, 'status' | 'sale_ids' | 'failure'>,
): Promise<void> {
  const { rows } = await client.query<Pick<OrderRow, 'updated_at'>>(
    `UPDATE orders SET status = $2, sale_ids = $3, failure = $4, updated_at = clock_timestamp()
     WHERE id = $1 RETURNING updated_at`,
    [order.id, decision.status, decision.sale_ids, decision.failure],
  )
  await tellOfOrder(client, core, { ...order, ...decision, ...rows[0] })
}

/** One ticket per admission, in the order's own order. */
async function issueTickets(client: Database, order: OrderRow): Promise<void> {
  const admissions = order.items.flatMap((item) =>
    Array.from({ length: item.quantity }, (_, index) => ({
      tierId: item.tierId,
      seatId: item.seatIds?.[index] ?? null,
    })),
  )
  await client.query(
    `INSERT INTO ticket (id, order_id, position, tier_id, tier_name, seat_label, holder, barcode)
     SELECT a.id, $1, a.n, t.id, t.name, s.label, $2, a.barcode
     FROM unnest($4::text[], $5::text[], $6::text[], $7::text[]) WITH ORDINALITY AS a(id, tier_id, seat_id, barcode, n)
     JOIN tier t ON t.show_id = $3 AND t.id = a.tier_id
     LEFT JOIN seat s ON s.show_id = $3 AND s.id = a.seat_id`,
    [
      order.id,
      order.buyer.name,
      order.show_id,
      admissions.map(() => newId('ticket')),
      admissions.map((one) => one.tierId),
      admissions.map((one) => one.seatId),
      admissions.map(newBarcode),
    ],
  )
}
