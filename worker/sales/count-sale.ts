import { randomUUID } from 'node:crypto'
import type { OrderEvent } from '#contracts/core-event.ts'
import type { Order } from '#contracts/order.ts'
import { streamName } from '#contracts/stream.ts'
import { Prisma } from '#generated/prisma/client.ts'
import { ticketsOf } from '#lib/format/mailed-order.ts'
import type { Transaction } from '../database.ts'
import { changesOf, type SaleChange } from './sale-changes.ts'

/**
 * Counts what an order's new status means for its reseller's live board, once, however often it is told: into the minute
 * in which core says that it happened. Staff who look are told that there is something new, in the same transaction.
 *
 * Called last in a transaction: orders of one show and minute are one row, so the others wait for it until the end.
 * @returns whether there was something to count that was not counted before
 */
export async function countSale(
  transaction: Transaction,
  { resellerId, status, at }: Pick<OrderEvent, 'resellerId' | 'status' | 'at'>,
  order: Order,
): Promise<boolean> {
  const changes = changesOf(status)
  if (changes.length === 0) return false
  const [counted] = await transaction.$queryRaw<{ minute: Date }[]>`
    ${counting(resellerId, at, order, changes)}
    RETURNING minute`
  if (counted === undefined) return false
  await transaction.outboxMessage.create({
    data: {
      ...{ resellerId, messageId: randomUUID(), event: 'sales' },
      stream: streamName({ kind: 'staff', resellerId, name: 'sales' }),
      fields: { minute: counted.minute.toISOString() },
    },
  })
  return true
}

/**
 * One statement: what is new in the list of what was counted goes into its minute. Core's clock may be ahead of ours, and
 * nothing happens in the future; what is older than sales are kept was counted long ago, or never mattered.
 */
function counting(resellerId: string, at: string, order: Order, changes: readonly SaleChange[]): Prisma.Sql {
  const { amount, currency } = order.total
  const tickets = ticketsOf(order.items)
  return Prisma.sql`
    WITH moment AS (
      SELECT least(${at}::timestamptz, now()) AS at
    ), fresh AS (
      INSERT INTO counted_sale (reseller_id, order_id, what, show_id, tickets, at)
      SELECT ${resellerId}, ${order.id}, change, ${order.showId}, ${tickets}::int, at
      FROM moment, unnest(${changes}::text[]) AS change
      WHERE at >= now() - sales_kept_for()
      ON CONFLICT DO NOTHING
      RETURNING what, at
    ), minute AS (
      SELECT date_trunc('minute', min(at), 'UTC') AS minute,
        count(*) FILTER (WHERE what = 'sold') AS sold,
        count(*) FILTER (WHERE what = 'given_back') AS given_back,
        count(*) FILTER (WHERE what = 'refunded') AS refunded
      FROM fresh HAVING count(*) > 0
    )
    INSERT INTO sale_minute AS known (reseller_id, minute, show_id, currency, sold, given_back, taken, refunded)
    SELECT ${resellerId}, minute, ${order.showId}, ${currency}, sold * ${tickets}::int, given_back * ${tickets}::int,
      sold * ${amount}::bigint, refunded * ${amount}::bigint
    FROM minute
    ON CONFLICT (reseller_id, minute, show_id, currency) DO UPDATE SET
      sold = known.sold + excluded.sold, given_back = known.given_back + excluded.given_back,
      taken = known.taken + excluded.taken, refunded = known.refunded + excluded.refunded`
}
