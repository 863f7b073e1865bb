import type { Item } from '#contracts/hold.ts'
import type { Core } from '../core.ts'

export interface Wish {
  readonly showId: string
  readonly tierId?: string | undefined
  readonly seatIds?: readonly string[] | undefined
  readonly quantity?: number | undefined
  /** Look for seats from a random place on instead of from the front. */
  readonly anywhere?: boolean
}

/** Turns a loose wish into items that can be held as things stand; none when nothing fits. */
export async function pickItems(core: Core, wish: Wish): Promise<Item[]> {
  if (wish.seatIds) return itemsOfSeats(core, wish.showId, wish.seatIds)
  const quantity = wish.quantity ?? 1
  const tierId = wish.tierId ?? (await anyTier(core, wish.showId, quantity))
  if (tierId === null) return []
  const free = await freeSeats(core, wish.showId, tierId)
  if (free === null) return [{ tierId, quantity }]
  const start = wish.anywhere ? Math.floor(Math.random() * free.length) : 0
  const seatIds = sideBySide([...free.slice(start), ...free.slice(0, start)], quantity)
  return seatIds.length === quantity ? [{ tierId, quantity, seatIds }] : []
}

async function itemsOfSeats(core: Core, showId: string, seatIds: readonly string[]): Promise<Item[]> {
  const { rows } = await core.pool.query<{ tierId: string; seatIds: string[] }>(
    `SELECT tier_id AS "tierId", array_agg(id ORDER BY position) AS "seatIds"
     FROM seat WHERE show_id = $1 AND id = ANY($2) GROUP BY tier_id`,
    [showId, seatIds],
  )
  return rows.map((row) => ({ ...row, quantity: row.seatIds.length }))
}

async function anyTier(core: Core, showId: string, quantity: number): Promise<string | null> {
  const { rows } = await core.pool.query<{ id: string }>(
    'SELECT id FROM tier WHERE show_id = $1 AND available >= $2 ORDER BY random() LIMIT 1',
    [showId, quantity],
  )
  return rows[0]?.id ?? null
}

/** Where each free seat of a tier stands in the plan's order; null for a tier without seats. */
async function freeSeats(core: Core, showId: string, tierId: string): Promise<FreeSeat[] | null> {
  const { rows } = await core.pool.query<FreeSeat & { status: string }>(
    'SELECT id, position, status FROM seat WHERE show_id = $1 AND tier_id = $2 ORDER BY position',
    [showId, tierId],
  )
  return rows.length === 0 ? null : rows.filter((row) => row.status === 'available')
}

interface FreeSeat {
  readonly id: string
  readonly position: number
}

/** The first run of neighbours that is long enough; without one, simply the first seats. Positions are the plan's order. */
export function sideBySide(free: readonly FreeSeat[], quantity: number): string[] {
  const start = free.findIndex((seat, index) => free[index + quantity - 1]?.position === seat.position + quantity - 1)
  return free.slice(Math.max(start, 0), Math.max(start, 0) + quantity).map((seat) => seat.id)
}
