import type { Item } from '#contracts/hold.ts'
import { type Database, inTransaction } from '../../stand-in/database.ts'
import type { Core } from '../core.ts'
import { endHold } from '../sales/end-hold.ts'
import { type HoldRow, insertHold } from '../sales/hold.ts'
import { takeStep } from '../sales/step.ts'

/** The house is a buyer like any other, so that its holds are steps and events like any other. */
const HOUSE = 'house'
const HOUSE_REF = 'house-keeps-everything'
/** As long as PostgreSQL can count comfortably: until the switch is turned back. */
const FOR_GOOD_SECONDS = 100 * 365 * 86_400
/** An item names at most this many tickets. */
const ITEM_LIMIT = 100

/** Makes exactly these shows sold out: the house holds what is left of them, and gives back all others. */
export async function applySoldOut(core: Core, showIds: readonly string[]): Promise<void> {
  const { rows } = await core.pool.query<HoldRow>(
    `SELECT * FROM hold WHERE reseller_id = $1 AND status = 'active' AND NOT show_id = ANY($2)`,
    [HOUSE, showIds],
  )
  for (const hold of rows) await inTransaction(core.pool, (client) => giveBack(client, core, hold.id))
  for (const showId of showIds) await inTransaction(core.pool, (client) => holdEverything(client, core, showId))
}

async function giveBack(client: Database, core: Core, holdId: string): Promise<void> {
  const { rows } = await client.query<HoldRow>(`SELECT * FROM hold WHERE id = $1 AND status = 'active' FOR UPDATE`, [
    holdId,
  ])
  if (rows[0]) await endHold(client, core, rows[0], 'released')
}

async function holdEverything(client: Database, core: Core, showId: string): Promise<void> {
  const items = await takeEverything(client, showId)
  if (items.length === 0) return
  const total = { amount: 0, currency: 'XXX', fees: 0 }
  await insertHold(client, HOUSE, { showId, customerRef: HOUSE_REF, items }, total, FOR_GOOD_SECONDS)
  await takeStep(client, core, showId, { type: 'ticket.held', resellerId: HOUSE, items })
}

async function takeEverything(client: Database, showId: string): Promise<Item[]> {
  const { rows: tiers } = await client.query<{ id: string; available: number }>(
    'SELECT id, available FROM tier WHERE show_id = $1 AND available > 0 ORDER BY id FOR UPDATE',
    [showId],
  )
  const { rows: seats } = await client.query<{ id: string; tier_id: string }>(
    `UPDATE seat SET status = 'held' WHERE show_id = $1 AND status = 'available' RETURNING id, tier_id`,
    [showId],
  )
  await client.query('UPDATE tier SET available = 0 WHERE show_id = $1', [showId])
  const seatsOf = Map.groupBy(seats, (seat) => seat.tier_id)
  return tiers.flatMap(({ id, available }) =>
    inPortions(
      id,
      available,
      seatsOf.get(id)?.map((seat) => seat.id),
    ),
  )
}

/** Splits a tier's stock into items of legal size. */
function inPortions(tierId: string, quantity: number, seatIds: readonly string[] | undefined): Item[] {
  const starts = Array.from({ length: Math.ceil(quantity / ITEM_LIMIT) }, (_, index) => index * ITEM_LIMIT)
  return starts.map((start) => ({
    tierId,
    quantity: Math.min(ITEM_LIMIT, quantity - start),
    ...(seatIds && { seatIds: seatIds.slice(start, start + ITEM_LIMIT) }),
  }))
}
