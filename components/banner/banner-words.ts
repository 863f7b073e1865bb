import type { Bundle } from './banner-state.ts'

/** More seats than these are a number, not a list. */
const MAX_NAMED_SEATS = 3

/**
 * How a bundle of sales is told: seats by name, tickets of one tier, several sales as a rush, or simply how many orders.
 * `left` is what the messages say is left, of the tier or of the whole show; null where they do not say it all.
 */
export type BannerWords =
  | { readonly kind: 'seats'; readonly count: number; readonly labels: readonly string[] }
  | { readonly kind: 'tickets'; readonly count: number; readonly tier: string }
  | { readonly kind: 'rush'; readonly count: number; readonly tier: string | null; readonly left: number | null }
  | { readonly kind: 'several'; readonly count: number }

interface Names {
  tier(tierId: string): string | undefined
  seat(seatId: string): string | undefined
  /** All tiers of the show. */
  readonly tierIds: readonly string[]
}

export function bannerWords(bundle: Bundle, names: Names): BannerWords {
  const { sales, items } = bundle
  const seatIds = items.flatMap((item) => item.seatIds ?? [])
  const labels = seatIds.flatMap((id) => names.seat(id) ?? [])
  const count = items.reduce((sum, item) => sum + item.quantity, 0)
  const sold = new Set(items.map((item) => item.tierId))
  const [tierId = ''] = sold
  const tier = sold.size === 1 ? names.tier(tierId) : undefined
  if (sales > 1)
    return { kind: 'rush', count, tier: tier ?? null, left: leftOf(bundle, tier ? [tierId] : names.tierIds) }
  if (seatIds.length === count && labels.length === count && count > 0 && count <= MAX_NAMED_SEATS)
    return { kind: 'seats', count, labels }
  return tier === undefined ? { kind: 'several', count: sales } : { kind: 'tickets', count, tier }
}

/** What is left of these tiers together, if the messages name each of them: a part would be told as the whole. */
function leftOf({ remaining }: Bundle, tierIds: readonly string[]): number | null {
  const left = tierIds.map((tierId) => remaining[tierId])
  return left.length > 0 && left.every((one) => one !== undefined) ? left.reduce((sum, one) => sum + one, 0) : null
}
