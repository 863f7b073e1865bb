import type { Availability } from '#contracts/availability.ts'
import type { Outcome } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { stockLevel } from './stock-level.ts'

/** One statement, so one snapshot: version, tiers and seats belong together. */
const SELECT_AVAILABILITY = `
  SELECT s.version, clock_timestamp() AS now, (
    SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'available', t.available, 'capacity', t.capacity,
      'price', json_build_object('amount', p.amount, 'currency', p.currency, 'fees', p.fees)) ORDER BY t.position)
    FROM tier t JOIN price p ON p.show_id = t.show_id AND p.tier_id = t.id AND p.reseller_id = $1
    WHERE t.show_id = s.id
  ) AS tiers, (
    SELECT json_agg(json_build_object('id', id, 'label', label, 'tierId', tier_id, 'status', status) ORDER BY position)
    FROM seat WHERE show_id = s.id
  ) AS seats
  FROM show s WHERE s.id = $2`

type StoredTier = Omit<Availability['tiers'][number], 'status'> & { capacity: number }
interface AvailabilityRow {
  readonly version: number
  readonly now: Date
  readonly tiers: StoredTier[] | null
  readonly seats: Availability['seats'] | null
}

/** Everything that sells out, at one version of the show, priced for this reseller. */
export async function findAvailability(core: Core, resellerId: string, showId: string): Promise<Outcome<Availability>> {
  const { rows } = await core.pool.query<AvailabilityRow>(SELECT_AVAILABILITY, [resellerId, showId])
  const row = rows[0]
  if (!row?.tiers) return { refused: 'core/not-found' }
  const { version, now, tiers, seats } = row
  return {
    value: {
      showId,
      version,
      serverNow: now.toISOString(),
      tiers: tiers.map(({ capacity, ...tier }) => ({ ...tier, status: stockLevel(tier.available, capacity) })),
      ...(seats && { seats }),
    },
  }
}
