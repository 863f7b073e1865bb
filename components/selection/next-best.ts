import type { Hall, HallSeat } from '#components/seat-map/hall.ts'
import type { Availability } from '#contracts/availability.ts'

/** A row behind is worse than a seat beside; another part of the hall is worse than three seats beside. */
const ROW_COST = 1.6
const SECTION_COST = 3
/** A seat at twice the price is as unlike the lost one as a seat twelve places away. */
const PRICE_COST = 12
/** People who chose several seats mean to sit together. */
const COMPANY_COST = 0.8

/**
 * The free seat most like one that was lost: near it, at its price, near the others that are still chosen.
 * `chosen` are not offered again. Null when nothing is free.
 */
export function nextBest(
  lost: HallSeat,
  hall: Hall,
  availability: Availability,
  chosen: readonly string[],
): HallSeat | null {
  const taken = new Set([...chosen, lost.id])
  const company = chosen.flatMap((id) => hall.seats.get(id) ?? [])
  const costOf = costs(lost, company, availability)
  let best: HallSeat | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const { id, status } of availability.seats ?? []) {
    const seat = hall.seats.get(id)
    if (status !== 'available' || taken.has(id) || !seat) continue
    const cost = costOf(seat)
    if (cost < bestCost) [best, bestCost] = [seat, cost]
  }
  return best
}

function costs(lost: HallSeat, company: readonly HallSeat[], { tiers }: Availability) {
  const amounts = new Map(tiers.map((tier) => [tier.id, tier.price.amount]))
  const lostAmount = Math.max(1, amounts.get(lost.tierId) ?? 0)
  return (seat: HallSeat): number => {
    const dearer = Math.abs((amounts.get(seat.tierId) ?? 0) - lostAmount) / lostAmount
    const together = company.length > 0 ? Math.min(...company.map((other) => distance(seat, other))) : 0
    return (
      distance(seat, lost) +
      (seat.sectionId === lost.sectionId ? 0 : SECTION_COST) +
      dearer * PRICE_COST +
      together * COMPANY_COST
    )
  }
}

const distance = (one: HallSeat, other: HallSeat): number => Math.hypot(one.x - other.x, (one.y - other.y) * ROW_COST)
