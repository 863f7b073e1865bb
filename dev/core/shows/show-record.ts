import { z } from 'zod'
import { CoreId, ResellerId } from '#contracts/ids.ts'
import { Price } from '#contracts/money.ts'
import { Show } from '#contracts/show.ts'

/** How the poster is drawn; what is left out follows from the artwork's key and the category. */
const Poster = z.object({
  composition: z.string().max(40).optional(),
  palette: z.string().max(40).optional(),
  seed: z.int().optional(),
})

const TierRecord = z.object({
  id: CoreId,
  name: z.string().min(1).max(80),
  capacity: z.int().min(1).max(100_000),
  /** How many are left when the show is new; all of them unless said. Not for seated shows, whose seats say it. */
  available: z.int().min(0).optional(),
  /** A reseller that has a price for a show sells it. */
  prices: z.record(ResellerId, Price),
})

const SeatRecord = z.object({
  id: CoreId,
  label: z.string().min(1).max(20),
  tierId: CoreId,
  sold: z.boolean().default(false),
  /** Neighbours have consecutive positions, an aisle is a gap; without it seats stand in the order given. */
  position: z.int().min(0).optional(),
})

/** A whole show as core keeps it, for all resellers. `PUT /dev/shows/{id}` takes it; in real life a back office would. */
export const ShowRecord = Show.omit({ priceFrom: true, stock: true }).extend({
  /** Its sender's name for this state of it, dates aside. */
  revision: z.string().max(80).optional(),
  poster: Poster.default({}),
  /** How `images` are drawn, in the same order; what is left out follows from their keys. */
  imagePosters: z.array(Poster).max(12).optional(),
  tiers: z.array(TierRecord).min(1).max(50),
  seats: z.array(SeatRecord).max(5000).optional(),
})

export type ShowRecord = z.infer<typeof ShowRecord>
