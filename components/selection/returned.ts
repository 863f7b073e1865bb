import type { Availability, Seat, Tier } from '#contracts/availability.ts'
import type { Item } from '#contracts/hold.ts'
import { seatIdsOf } from './own-seats.ts'

/**
 * Availability with what this browser gave back a moment ago, which is free though word of it may still be on its way. Of
 * tickets without a seat there are at least as many as were given back; more is not said, because they may be counted already.
 */
export function withReturned(availability: Availability, returned: readonly Item[]): Availability {
  if (returned.length === 0) return availability
  const seatIds = new Set(seatIdsOf(returned))
  const tiers = availability.tiers.map((tier) => withAtLeast(tier, quantityOf(returned, tier.id)))
  if (!availability.seats) return { ...availability, tiers }
  const seats = availability.seats.map((seat) => (isAwaited(seat, seatIds) ? freed(seat) : seat))
  return { ...availability, tiers, seats }
}

/** What of it availability does not show as free yet; the very same list when that is all of it. */
export function unheard(availability: Availability, returned: readonly Item[]): readonly Item[] {
  const seatIds = new Set(seatIdsOf(returned))
  const awaited = new Set(availability.seats?.filter((seat) => isAwaited(seat, seatIds)).map(({ id }) => id))
  const available = new Map(availability.tiers.map((tier) => [tier.id, tier.available]))
  const isUnheard = ({ tierId, seatIds: seats }: Item) =>
    seats ? seats.some((id) => awaited.has(id)) : (available.get(tierId) ?? 0) < quantityOf(returned, tierId)
  const rest = returned.filter(isUnheard).map((item) => onlySeats(item, awaited))
  return rest.length === returned.length && rest.every((item, index) => item === returned[index]) ? returned : rest
}

/** What is free needs no help, and what is sold has been free in between. */
const isAwaited = ({ id, status }: Seat, seatIds: ReadonlySet<string>): boolean => status === 'held' && seatIds.has(id)

const freed = (seat: Seat): Seat => ({ ...seat, status: 'available' })

const quantityOf = (items: readonly Item[], tierId: string): number =>
  items.reduce((sum, item) => sum + (item.tierId === tierId ? item.quantity : 0), 0)

function withAtLeast(tier: Tier, quantity: number): Tier {
  if (tier.available >= quantity) return tier
  return { ...tier, available: quantity, status: tier.status === 'sold_out' ? 'available' : tier.status }
}

function onlySeats(item: Item, awaited: ReadonlySet<string>): Item {
  const seatIds = item.seatIds?.filter((id) => awaited.has(id))
  return !seatIds || seatIds.length === item.seatIds?.length ? item : { ...item, seatIds, quantity: seatIds.length }
}
