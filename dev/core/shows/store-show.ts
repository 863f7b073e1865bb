import { type Database, inTransaction } from '../../stand-in/database.ts'
import type { Core } from '../core.ts'
import { takeStep } from '../sales/step.ts'
import type { ShowDetails } from './show.ts'
import type { ShowRecord } from './show-record.ts'

/** How a show is stored: `replace` gives it the record's date and fresh stock; `keep-upcoming` does so only if its date has passed. */
export type StoreMode = 'replace' | 'keep-upcoming'

export interface Stored {
  readonly id: string
  readonly result: 'created' | 'replaced' | 'texts-updated'
}

/** Writes a whole show. One that was known takes a step of its version, so that whoever looks at it reads it anew. */
export function storeShow(core: Core, record: ShowRecord, mode: StoreMode): Promise<Stored> {
  return inTransaction(core.pool, async (client) => {
    const { rows } = await client.query<{ ahead: boolean }>(
      'SELECT starts_at > now() AS ahead FROM show WHERE id = $1 FOR UPDATE',
      [record.id],
    )
    const known = rows[0]
    const keep = known?.ahead === true && mode === 'keep-upcoming'
    await writeShow(client, record, keep)
    if (keep) await updateTiers(client, record)
    else await writeStock(client, record)
    await writePrices(client, record)
    await writeImages(client, record)
    if (known) await announce(client, core, record, keep)
    return { id: record.id, result: known ? (keep ? 'texts-updated' : 'replaced') : 'created' }
  })
}

async function announce(client: Database, core: Core, record: ShowRecord, kept: boolean): Promise<void> {
  const changed = kept ? ['description'] : ['startsAt', 'availability']
  await takeStep(client, core, record.id, { type: 'show.updated', changed })
}

async function writeShow(client: Database, record: ShowRecord, keepDates: boolean): Promise<void> {
  const { title, subtitle, language, venue, artwork, description, performers, images, ageAdvice, doorsAt, endsAt } =
    record
  const details: ShowDetails = {
    title,
    subtitle,
    language,
    venue,
    artwork,
    description,
    performers,
    images,
    ageAdvice,
    doorsAt,
    endsAt,
  }
  const search = [title, subtitle, ...performers, venue.name, venue.city].join('\n').toLowerCase()
  await client.query(
    `INSERT INTO show (id, starts_at, on_sale_at, status, seating, category, city, max_per_buyer, search, details,
       artwork_key, artwork, plan, revision)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $15)
     ON CONFLICT (id) DO UPDATE SET
       starts_at = CASE WHEN $14 THEN show.starts_at ELSE excluded.starts_at END,
       on_sale_at = CASE WHEN $14 THEN show.on_sale_at ELSE excluded.on_sale_at END,
       details = CASE WHEN $14 THEN excluded.details || jsonb_strip_nulls(jsonb_build_object(
         'doorsAt', show.details->'doorsAt', 'endsAt', show.details->'endsAt')) ELSE excluded.details END,
       plan = CASE WHEN $14 THEN show.plan ELSE excluded.plan END,
       status = excluded.status, seating = excluded.seating, category = excluded.category, city = excluded.city,
       max_per_buyer = excluded.max_per_buyer, search = excluded.search, artwork_key = excluded.artwork_key,
       artwork = excluded.artwork, revision = excluded.revision`,
    [
      record.id,
      record.startsAt,
      record.onSaleAt ?? null,
      record.status,
      record.seating,
      record.category,
      venue.city,
      record.maxPerBuyer,
      search,
      JSON.stringify(details),
      artwork.key,
      JSON.stringify({ key: artwork.key, category: record.category, ...record.poster }),
      record.plan ? JSON.stringify(record.plan) : null,
      keepDates,
      record.revision ?? null,
    ],
  )
}

/** Fresh stock. Whatever was held or being paid for a past date ends with it. */
async function writeStock(client: Database, record: ShowRecord): Promise<void> {
  await client.query(`UPDATE hold SET status = 'released' WHERE show_id = $1 AND status IN ('active', 'ordered')`, [
    record.id,
  ])
  await client.query(
    `UPDATE orders SET status = 'failed', failure = 'The show was moved.', updated_at = clock_timestamp()
     WHERE show_id = $1 AND status = 'pending_payment'`,
    [record.id],
  )
  await client.query('DELETE FROM tier WHERE show_id = $1', [record.id])
  await client.query(
    `INSERT INTO tier (show_id, id, position, name, capacity, available)
     SELECT $1, id, position, name, capacity, available
     FROM json_to_recordset($2) AS t(id text, position int, name text, capacity int, available int)`,
    [
      record.id,
      JSON.stringify(
        record.tiers.map((tier, position) => ({ ...tier, position, available: freshStock(record, tier) })),
      ),
    ],
  )
  await client.query(
    `INSERT INTO seat (show_id, id, tier_id, position, label, status)
     SELECT $1, id, "tierId", position, label, CASE WHEN sold THEN 'sold' ELSE 'available' END
     FROM json_to_recordset($2) AS t(id text, "tierId" text, position int, label text, sold boolean)`,
    [
      record.id,
      JSON.stringify((record.seats ?? []).map((seat, index) => ({ ...seat, position: seat.position ?? index }))),
    ],
  )
}

/** A seated tier's stock is its free seats. */
function freshStock(record: ShowRecord, tier: ShowRecord['tiers'][number]): number {
  if (!record.seats) return tier.available ?? tier.capacity
  return record.seats.filter((seat) => seat.tierId === tier.id && !seat.sold).length
}

async function updateTiers(client: Database, record: ShowRecord): Promise<void> {
  for (const [position, tier] of record.tiers.entries())
    await client.query('UPDATE tier SET name = $3, position = $4 WHERE show_id = $1 AND id = $2', [
      record.id,
      tier.id,
      tier.name,
      position,
    ])
}

async function writePrices(client: Database, record: ShowRecord): Promise<void> {
  const prices = record.tiers.flatMap((tier) =>
    Object.entries(tier.prices).map(([resellerId, price]) => ({ resellerId, tierId: tier.id, ...price })),
  )
  await client.query('DELETE FROM price WHERE show_id = $1', [record.id])
  await client.query(
    `INSERT INTO price (show_id, reseller_id, tier_id, amount, fees, currency)
     SELECT $1, p."resellerId", p."tierId", p.amount, p.fees, p.currency
     FROM json_to_recordset($2) AS p("resellerId" text, "tierId" text, amount int, fees int, currency text)
     JOIN tier t ON t.show_id = $1 AND t.id = p."tierId"`,
    [record.id, JSON.stringify(prices)],
  )
}

async function writeImages(client: Database, record: ShowRecord): Promise<void> {
  await client.query('DELETE FROM show_image WHERE show_id = $1', [record.id])
  for (const [index, { key }] of (record.images ?? []).entries())
    await client.query(
      `INSERT INTO show_image (key, show_id, artwork) VALUES ($1, $2, $3)
       ON CONFLICT (key) DO UPDATE SET show_id = excluded.show_id, artwork = excluded.artwork`,
      [key, record.id, JSON.stringify({ key, category: record.category, ...record.imagePosters?.[index] })],
    )
}

/** What is stored, so that whoever fills core knows what it need not send again. */
export async function listStored(core: Core): Promise<{ id: string; startsAt: Date; revision: string | null }[]> {
  const { rows } = await core.pool.query('SELECT id, starts_at AS "startsAt", revision FROM show ORDER BY id')
  return rows
}
