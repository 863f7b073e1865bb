import type { Item } from '#contracts/hold.ts'
import { isolated } from '#lib/text/isolated.ts'
import type { Situation } from './selection-state.ts'

/** What is in a hold, as the page calls it: seats by their labels, tickets by how many. Empty where it knows none of it. */
export function itemsName(
  items: readonly Item[],
  { availability, hall }: Pick<Situation, 'availability' | 'hall'>,
  locale: string,
): string {
  const tiers = new Map(availability.tiers.map(({ id, name }) => [id, name]))
  const names = items.flatMap(({ tierId, quantity, seatIds }) => {
    if (seatIds) return seatIds.flatMap((id) => hall?.seats.get(id)?.label ?? [])
    const tier = tiers.get(tierId)
    return tier === undefined ? [] : [`${quantity} × ${isolated(tier)}`]
  })
  return new Intl.ListFormat(locale).format(names.map(isolated))
}
