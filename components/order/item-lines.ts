import type { Availability } from '#contracts/availability.ts'
import type { Item } from '#contracts/hold.ts'
import type { Currency, Price } from '#contracts/money.ts'
import { isolated } from '#lib/text/isolated.ts'

/** One line of an order: so many tickets of a tier, and which seats. */
export interface ItemLine {
  readonly tierId: string
  readonly quantity: number
  /** Empty when core could not be asked for it. */
  readonly tier: string
  readonly seats: readonly string[]
  /** At today's prices; see {@link pricedAt}. */
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
      tier: isolated(tier?.name ?? ''),
      seats: seatIds.map((id) => isolated(labels.get(id) ?? id)),
      price: tier ? { amount: tier.price.amount * quantity, currency: tier.price.currency } : null,
    }
  })
}

/**
 * The lines with their prices where these come to the total, and without any where they do not: then the show's prices are
 * others than those of the order, and nobody can say what each line cost.
 */
export function pricedAt(total: Price, lines: readonly ItemLine[]): readonly ItemLine[] {
  const sum = lines.reduce((so, { price }) => (price?.currency === total.currency ? so + price.amount : Number.NaN), 0)
  return sum === total.amount ? lines : lines.map((line) => ({ ...line, price: null }))
}
