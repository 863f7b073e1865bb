import type { Currency } from '#contracts/money.ts'
import { isolated } from '#lib/text/isolated.ts'
import type { SelectionStep } from './selection.ts'
import type { Selection, Situation } from './selection-state.ts'

/** One line of what is chosen: a seat, or some tickets of a tier. */
export interface SelectedLine {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly price: { readonly amount: number; readonly currency: Currency }
  readonly removal: SelectionStep
}

export function selectedLines({ quantities, seatIds }: Selection, { availability, hall }: Situation): SelectedLine[] {
  const tiers = new Map(availability.tiers.map((tier) => [tier.id, tier]))
  const seats = seatIds.flatMap((seatId): SelectedLine[] => {
    const seat = hall?.seats.get(seatId)
    const tier = tiers.get(seat?.tierId ?? '')
    if (!seat || !tier) return []
    const removal = { type: 'toggle-seat', seatId } as const
    return [{ id: seatId, label: isolated(seat.label), detail: isolated(tier.name), price: tier.price, removal }]
  })
  const general = Object.entries(quantities).flatMap(([tierId, quantity]): SelectedLine[] => {
    const tier = tiers.get(tierId)
    if (!tier) return []
    const price = { ...tier.price, amount: tier.price.amount * quantity }
    const removal = { type: 'set-quantity', tierId, quantity: 0 } as const
    return [{ id: tierId, label: `${quantity} ×`, detail: isolated(tier.name), price, removal }]
  })
  return [...seats, ...general]
}
