import type { Item } from '#contracts/hold.ts'
import type { Database } from '../../stand-in/database.ts'

/** What could not be had; both empty when everything was. */
export interface Missing {
  readonly tierIds: readonly string[]
  readonly seatIds: readonly string[]
}

/** Takes stock within the caller's transaction. When something is missing the caller must roll back. */
export type Claim = (client: Database, showId: string, items: readonly Item[]) => Promise<Missing>

/**
 * Every statement takes only what is still there, and says so by the rows it changed; two buyers of the last ticket wait
 * for each other at its row, and the second finds nothing. Tiers are taken in one order, so that nobody deadlocks.
 */
export const claimStock: Claim = async (client, showId, items) => {
  const tierIds: string[] = []
  const seatIds: string[] = []
  for (const item of inTierOrder(items)) {
    const tier = await client.query(
      'UPDATE tier SET available = available - $3 WHERE show_id = $1 AND id = $2 AND available >= $3',
      [showId, item.tierId, item.quantity],
    )
    if (tier.rowCount === 0) tierIds.push(item.tierId)
    if (item.seatIds) seatIds.push(...(await claimSeats(client, showId, item.tierId, item.seatIds)))
  }
  return { tierIds, seatIds }
}

/** @returns the seats that were not free. */
async function claimSeats(
  client: Database,
  showId: string,
  tierId: string,
  seatIds: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE seat SET status = 'held'
     WHERE show_id = $1 AND tier_id = $2 AND id = ANY($3) AND status = 'available' RETURNING id`,
    [showId, tierId, seatIds],
  )
  const taken = new Set(rows.map((row) => row.id))
  return seatIds.filter((id) => !taken.has(id))
}

/** Gives held stock back, within the caller's transaction. */
export async function returnStock(client: Database, showId: string, items: readonly Item[]): Promise<void> {
  for (const item of inTierOrder(items)) {
    await client.query('UPDATE tier SET available = available + $3 WHERE show_id = $1 AND id = $2', [
      showId,
      item.tierId,
      item.quantity,
    ])
    await markSeats(client, showId, item.seatIds ?? [], 'held', 'available')
  }
}

export async function markSeats(
  client: Database,
  showId: string,
  seatIds: readonly string[],
  from: 'held',
  to: 'available' | 'sold',
): Promise<void> {
  if (seatIds.length === 0) return
  await client.query('UPDATE seat SET status = $4 WHERE show_id = $1 AND id = ANY($2) AND status = $3', [
    showId,
    seatIds,
    from,
    to,
  ])
}

const inTierOrder = (items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.tierId < b.tierId ? -1 : a.tierId > b.tierId ? 1 : 0))
