import type { Hall, HallSeat } from '#components/seat-map/hall.ts'
import type { Availability } from '#contracts/availability.ts'
import { nextBest } from './next-best.ts'
import type { Loss, Selection, Situation } from './selection-state.ts'

/** Takes out of a selection what cannot be had any more, and keeps what is offered for it true. */
export function reconcile(selection: Selection, situation: Situation): Selection {
  const seats = keepSeats(selection, situation)
  const tiers = keepQuantities(selection, situation)
  const known = selection.losses.map(
    (loss) => tiers.losses.find((one) => isSameTier(one, loss)) ?? upToDate(loss, situation),
  )
  const fresh = [
    ...seats.losses,
    ...tiers.losses.filter((loss) => !selection.losses.some((one) => isSameTier(loss, one))),
  ]
  if (fresh.length === 0 && known.length === 0) return selection
  const next = { ...selection, seatIds: seats.seatIds, quantities: tiers.quantities }
  return { ...next, losses: withOffers([...known, ...fresh], next.seatIds, situation) }
}

function keepSeats({ seatIds }: Selection, { availability, hall }: Situation) {
  // Every message comes here, and most people have not chosen yet.
  if (seatIds.length === 0) return { seatIds, losses: [] }
  const status = new Map(availability.seats?.map((seat) => [seat.id, seat.status]))
  const kept = seatIds.filter((id) => status.get(id) === 'available')
  const losses = seatIds
    .filter((id) => !kept.includes(id))
    .map((id): Loss => {
      const now = status.get(id)
      const label = hall?.seats.get(id)?.label ?? id
      return { kind: 'seat', seatId: id, label, reason: now === 'held' ? 'held' : 'sold', offerId: null }
    })
  return { seatIds: losses.length === 0 ? seatIds : kept, losses }
}

function keepQuantities({ quantities }: Selection, { availability }: Situation) {
  const tiers = new Map(availability.tiers.map((tier) => [tier.id, tier]))
  const losses: Loss[] = []
  const kept = Object.entries(quantities).flatMap(([tierId, quantity]): [string, number][] => {
    const tier = tiers.get(tierId)
    const left = tier?.available ?? 0
    if (left < quantity) losses.push({ kind: 'tier', tierId, name: tier?.name ?? tierId, left })
    const rest = Math.min(quantity, left)
    return rest > 0 ? [[tierId, rest]] : []
  })
  return { quantities: Object.fromEntries(kept), losses }
}

/** Each lost seat is offered another free one; no seat is offered twice. */
function withOffers(losses: readonly Loss[], seatIds: readonly string[], { availability, hall }: Situation): Loss[] {
  const promised = [...seatIds]
  return losses.map((loss) => {
    if (loss.kind !== 'seat') return loss
    const lost = hall?.seats.get(loss.seatId)
    const offer = lost && hall ? bestFor(lost, hall, availability, promised) : null
    if (offer) promised.push(offer.id)
    return { ...loss, offerId: offer?.id ?? null }
  })
}

/** What is better than the next best is the seat itself, when it has been given back. */
function bestFor(lost: HallSeat, hall: Hall, availability: Availability, promised: readonly string[]): HallSeat | null {
  const back = availability.seats?.some((seat) => seat.id === lost.id && seat.status === 'available') ?? false
  return back && !promised.includes(lost.id) ? lost : nextBest(lost, hall, availability, promised)
}

/** A seat that was in somebody's basket may have been bought since. */
function upToDate(loss: Loss, { availability }: Situation): Loss {
  if (loss.kind !== 'seat' || loss.reason === 'sold') return loss
  const sold = availability.seats?.some((seat) => seat.id === loss.seatId && seat.status === 'sold') ?? false
  return sold ? { ...loss, reason: 'sold' } : loss
}

const isSameTier = (one: Loss, other: Loss): boolean =>
  one.kind === 'tier' && other.kind === 'tier' && one.tierId === other.tierId
