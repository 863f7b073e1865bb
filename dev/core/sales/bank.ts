import { inTransaction } from '../../stand-in/database.ts'
import type { Core } from '../core.ts'

/** How long the bank waits for a buyer who was sent to its page. */
export const BANK_WAITS_S = 900

/** Whose bank wants to see the buyer itself. */
export const paysAtBank = (email: string): boolean => email.toLowerCase().includes('+bank@')

/** The buyer has paid on the bank's page: the order is decided as others are, at once. @returns whether it waited for that */
export function payAtBank(core: Core, orderId: string): Promise<boolean> {
  return inTransaction(core.pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE orders SET bank_page = NULL, settle_at = clock_timestamp()
       WHERE id = $1 AND status = 'pending_payment' AND bank_page IS NOT NULL`,
      [orderId],
    )
    return rowCount === 1
  })
}
