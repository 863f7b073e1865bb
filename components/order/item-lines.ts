import type { Availability } from '#contracts/availability.ts'
import type { Item } from '#contracts/hold.ts'
import type { Currency } from '#contracts/money.ts'

/** One line of an order: so many tickets of a tier, and which seats. */
export interface ItemLine {
  readonly tierId: string
  readonly quantity: number
  /** Empty when core could not be asked for it. */
  readonly tier: string
  readonly seats: readonly string[]
  readonly price: { readonly amount: number; readonly currency: Currency } | null
}

/** Items in words. What was bought is known by ids; names and prices are the show's. */
export function itemLines(items: readonly Item[], availability: Availability | null): ItemLine[] {
  const tiers = new Map(availability?.tiers.map((tier) => [tier.id, tier]))
  const labels = new Map(availability?.seats?.map((seat) => [seat.id, seat.label]))
  return items.map(({ tierId, quantity, seatIds = [] }) => {
    const tier = tiers.get(tierId)
    return {
      tierId,
      quantity,
      tier: tier?.name ?? '',
      seats: seatIds.map((id) => labels.get(id) ?? id),
      price: tier ? { amount: tier.price.amount * quantity, currency: tier.price.currency } : null,
    }
  })
}
