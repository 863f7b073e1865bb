import type { Bundle } from './banner-state.ts'

/** More seats than these are a number, not a list. */
const MAX_NAMED_SEATS = 3

/** How a bundle of sales is told: seats by name, tickets of one tier, or simply how many orders. */
export type BannerWords =
  | { readonly kind: 'seats'; readonly count: number; readonly labels: readonly string[] }
  | { readonly kind: 'tickets'; readonly count: number; readonly tier: string }
  | { readonly kind: 'several'; readonly count: number }

interface Names {
  tier(tierId: string): string | undefined
  seat(seatId: string): string | undefined
}

export function bannerWords({ sales, items }: Bundle, names: Names): BannerWords {
  const seatIds = items.flatMap((item) => item.seatIds ?? [])
  const labels = seatIds.flatMap((id) => names.seat(id) ?? [])
  const count = items.reduce((sum, item) => sum + item.quantity, 0)
  if (seatIds.length === count && labels.length === count && count > 0 && count <= MAX_NAMED_SEATS)
    return { kind: 'seats', count, labels }
  const tierIds = new Set(items.map((item) => item.tierId))
  const [tierId = ''] = tierIds
  const tier = names.tier(tierId)
  if (tierIds.size === 1 && tier !== undefined) return { kind: 'tickets', count, tier }
  return { kind: 'several', count: sales }
}
