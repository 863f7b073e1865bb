import { z } from 'zod'
import { CoreId, Instant, ShowVersion } from './ids.ts'
import { Price } from './money.ts'
import { StockLevel } from './show.ts'

export const SeatStatus = z.enum(['available', 'held', 'sold'])

/** A price tier and how many tickets of it can be held right now. */
export const Tier = z.object({
  id: CoreId,
  name: z.string().min(1).max(80),
  price: Price,
  available: z.int().min(0),
  status: StockLevel,
})

/** One numbered seat, for seated shows. */
export const Seat = z.object({
  id: CoreId,
  label: z.string().min(1).max(20),
  tierId: CoreId,
  status: SeatStatus,
})

/**
 * Everything that sells out, at one `version` of the show. Messages with `from` ≤ version < `version` bring it forward.
 * `serverNow` is core's clock at that moment, the only one countdowns may trust.
 */
export const Availability = z.object({
  showId: CoreId,
  version: ShowVersion,
  serverNow: Instant,
  tiers: z.array(Tier).max(50),
  seats: z.array(Seat).max(5000).optional(),
})

export type SeatStatus = z.infer<typeof SeatStatus>
export type Tier = z.infer<typeof Tier>
export type Seat = z.infer<typeof Seat>
export type Availability = z.infer<typeof Availability>
