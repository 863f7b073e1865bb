import { type Database, inTransaction } from '../../stand-in/database.ts'
import type { Outcome } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { returnStock } from './claim.ts'
import type { HoldRow } from './hold.ts'
import { takeStep } from './step.ts'

/** Gives a hold back. One that has ended already stays ended; one that became an order is the order's. */
export function releaseHold(core: Core, resellerId: string, holdId: string): Promise<Outcome<null>> {
  return inTransaction(core.pool, async (client) => {
    const { rows } = await client.query<HoldRow>('SELECT * FROM hold WHERE id = $2 AND reseller_id = $1 FOR UPDATE', [
      resellerId,
      holdId,
    ])
    const hold = rows[0]
    if (hold === undefined) return { refused: 'core/not-found' }
    if (hold.status === 'ordered') return { refused: 'core/hold-expired', detail: 'It has become an order.' }
    if (hold.status === 'active') await endHold(client, core, hold, 'released')
    return { value: null }
  })
}

/** Ends a hold whose row the caller has locked: its stock goes back and the world hears of it. */
export async function endHold(client: Database, core: Core, hold: HoldRow, as: 'released' | 'expired'): Promise<void> {
  await client.query('UPDATE hold SET status = $2 WHERE id = $1', [hold.id, as])
  await returnStock(client, hold.show_id, hold.items)
  const { items, reseller_id: resellerId } = hold
  await takeStep(client, core, hold.show_id, { type: 'ticket.released', resellerId, items })
}

/** @returns true when it was due and is ended now; false when somebody extended, ordered or ended it meanwhile. */
export function expireHold(core: Core, holdId: string): Promise<boolean> {
  return inTransaction(core.pool, async (client) => {
    const { rows } = await client.query<HoldRow>(
      `SELECT * FROM hold WHERE id = $1 AND status = 'active' AND expires_at <= clock_timestamp() FOR UPDATE`,
      [holdId],
    )
    if (rows[0]) await endHold(client, core, rows[0], 'expired')
    return rows[0] !== undefined
  })
}
