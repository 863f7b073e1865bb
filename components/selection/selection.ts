import type { Hall } from '#components/seat-map/hall.ts'
import type { Item } from '#contracts/hold.ts'
import { lostToOthers } from './own-seats.ts'
import { reconcile } from './reconcile.ts'
import { EMPTY_SELECTION, type Selection, type Situation } from './selection-state.ts'

export type SelectionStep =
  | { readonly type: 'set-quantity'; readonly tierId: string; readonly quantity: number }
  | { readonly type: 'toggle-seat'; readonly seatId: string }
  /** These instead of all that were chosen; or instead of some of them. */
  | { readonly type: 'choose-seats'; readonly seatIds: readonly string[]; readonly insteadOf?: readonly string[] }
  /** Once more, instead of all that is chosen, what was reserved until a moment ago: within the limit there is room for it. */
  | { readonly type: 'choose-again'; readonly items: readonly Item[] }
  | { readonly type: 'take-offer'; readonly lostSeatId: string }
  | { readonly type: 'dismiss-losses' }
  /** Seats that are kept for this browser were not lost: they left the selection for one's own basket. */
  | { readonly type: 'forget-own'; readonly seatIds: ReadonlySet<string> }
  | { readonly type: 'availability-changed' }
  | { readonly type: 'freeze' }
  | { readonly type: 'thaw' }

export function selectionAfter(selection: Selection, step: SelectionStep, situation: Situation): Selection {
  const current = { ...selection, atLimit: false }
  switch (step.type) {
    case 'set-quantity':
      return withQuantity(current, step.tierId, step.quantity, situation)
    case 'toggle-seat':
      return current.seatIds.includes(step.seatId)
        ? { ...current, seatIds: current.seatIds.filter((id) => id !== step.seatId) }
        : withSeat(current, step.seatId, situation)
    case 'choose-seats': {
      const gone = step.insteadOf ?? current.seatIds
      const kept: Selection = { ...current, seatIds: current.seatIds.filter((id) => !gone.includes(id)) }
      return step.seatIds.reduce((so, id) => (so.seatIds.includes(id) ? so : withSeat(so, id, situation)), kept)
    }
    case 'choose-again': {
      const bare: Selection = { ...current, seatIds: [], quantities: {}, losses: [] }
      return step.items.reduce((so, item) => withItem(so, item, situation), bare)
    }
    case 'forget-own':
      return { ...selection, losses: lostToOthers(selection.losses, step.seatIds) }
    case 'take-offer':
      return withOffer(current, step.lostSeatId, situation)
    case 'dismiss-losses':
      return { ...current, losses: [] }
    case 'availability-changed':
      return selection.frozen ? selection : reconcile(selection, situation)
    case 'freeze':
      return { ...current, frozen: true, losses: [] }
    case 'thaw':
      return reconcile({ ...current, frozen: false }, situation)
  }
}

export function ticketCount({ quantities, seatIds }: Pick<Selection, 'quantities' | 'seatIds'>): number {
  return seatIds.length + Object.values(quantities).reduce((sum, quantity) => sum + quantity, 0)
}

/** Whether all of it could be chosen at once. */
export function canChooseAll(items: readonly Item[], situation: Situation): boolean {
  const chosen = selectionAfter(EMPTY_SELECTION, { type: 'choose-again', items }, situation)
  return ticketCount(chosen) === items.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Nothing is chosen, and nothing that was is being mourned. */
export const isEmpty = (selection: Selection): boolean => ticketCount(selection) === 0 && selection.losses.length === 0

/** All-in price of everything chosen, in minor units. */
export function totalOf(selection: Selection, { availability, hall }: Situation): number {
  const amounts = new Map(availability.tiers.map((tier) => [tier.id, tier.price.amount]))
  return itemsOf(selection, hall).reduce((sum, item) => sum + item.quantity * (amounts.get(item.tierId) ?? 0), 0)
}

/** The selection as a hold asks for it. */
export function itemsOf({ quantities, seatIds }: Selection, hall: Hall | null): Item[] {
  const general = Object.entries(quantities).map(([tierId, quantity]) => ({ tierId, quantity }))
  const byTier = new Map<string, string[]>()
  for (const id of seatIds) {
    const tierId = hall?.seats.get(id)?.tierId
    if (tierId !== undefined) byTier.set(tierId, [...(byTier.get(tierId) ?? []), id])
  }
  const seated = [...byTier].map(([tierId, ids]) => ({ tierId, quantity: ids.length, seatIds: ids }))
  return [...general.filter((item) => item.quantity > 0), ...seated]
}

function withQuantity(selection: Selection, tierId: string, wanted: number, situation: Situation): Selection {
  const { [tierId]: now = 0, ...others } = selection.quantities
  const left = situation.availability.tiers.find((tier) => tier.id === tierId)?.available ?? 0
  const room = situation.maxPerBuyer - ticketCount(selection) + now
  const quantity = Math.max(0, Math.min(wanted, left, room))
  const atLimit = wanted > room && room <= left
  return { ...selection, atLimit, quantities: quantity > 0 ? { ...others, [tierId]: quantity } : others }
}

function withSeat(selection: Selection, seatId: string, { availability, maxPerBuyer }: Situation): Selection {
  const free = availability.seats?.some((seat) => seat.id === seatId && seat.status === 'available') ?? false
  if (!free) return selection
  if (ticketCount(selection) >= maxPerBuyer) return { ...selection, atLimit: true }
  return { ...selection, seatIds: [...selection.seatIds, seatId] }
}

/** As much of it as can be had, and none of it mourned any more. */
function withItem(selection: Selection, { tierId, quantity, seatIds }: Item, situation: Situation): Selection {
  if (!seatIds) return withQuantity(selection, tierId, (selection.quantities[tierId] ?? 0) + quantity, situation)
  return seatIds.reduce((so, id) => (so.seatIds.includes(id) ? so : withSeat(so, id, situation)), selection)
}

function withOffer(selection: Selection, lostSeatId: string, situation: Situation): Selection {
  const loss = selection.losses.find((one) => one.kind === 'seat' && one.seatId === lostSeatId)
  if (loss?.kind !== 'seat' || loss.offerId === null) return selection
  const taken = withSeat(selection, loss.offerId, situation)
  const rest = { ...taken, losses: selection.losses.filter((one) => one !== loss) }
  return reconcile(rest, situation)
}
