import type { Order, Ticket } from '#contracts/order.ts'
import { readCursor, writeCursor } from '../../stand-in/cursor.ts'
import type { Outcome } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { type OrderRow, readOrder, SELECT_ORDER, toOrder } from './order.ts'

/** Orders on a page: an account shows them all on one, for nearly everybody. */
const PAGE = 50

/** A buyer's orders, newest first. */
export async function listOrders(
  core: Core,
  resellerId: string,
  customerRef: string,
  cursor: string | undefined,
): Promise<Outcome<{ items: Order[]; nextCursor: string | null }>> {
  const after = cursor === undefined ? null : readCursor('orders', cursor)
  if (cursor !== undefined && after === null)
    return { refused: 'core/invalid-request', fields: [{ path: 'cursor', message: 'is not a cursor of this list' }] }
  const { rows } = await core.pool.query<OrderRow & { position: string }>(
    `SELECT page.*, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS position FROM (
       ${SELECT_ORDER} WHERE o.reseller_id = $1 AND o.customer_ref = $2
     ) AS page
     WHERE $3::timestamptz IS NULL OR (created_at, id) < ($3, $4)
     ORDER BY created_at DESC, id DESC LIMIT $5`,
    [resellerId, customerRef, after?.[0] ?? null, after?.[1] ?? null, PAGE + 1],
  )
  const items = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? items.at(-1) : undefined
  return {
    value: { items: items.map(toOrder), nextCursor: last ? writeCursor('orders', [last.position, last.id]) : null },
  }
}

export async function findOrder(core: Core, resellerId: string, orderId: string): Promise<Outcome<Order>> {
  const row = await readOrder(core.pool, resellerId, orderId)
  return row ? { value: toOrder(row) } : { refused: 'core/not-found' }
}

/** An order's tickets; none before it is confirmed. */
export async function listTickets(
  core: Core,
  resellerId: string,
  orderId: string,
): Promise<Outcome<{ items: Ticket[]; nextCursor: null }>> {
  const order = await readOrder(core.pool, resellerId, orderId)
  if (order === null) return { refused: 'core/not-found' }
  const { rows } = await core.pool.query('SELECT * FROM ticket WHERE order_id = $1 ORDER BY position', [orderId])
  const items = rows.map(
    (row): Ticket => ({
      id: row.id,
      orderId,
      showId: order.show_id,
      tierId: row.tier_id,
      tierName: row.tier_name,
      ...(row.seat_label !== null && { seatLabel: row.seat_label }),
      holder: row.holder,
      barcode: row.barcode,
    }),
  )
  return { value: { items, nextCursor: null } }
}
