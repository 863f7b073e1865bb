import type { HallSeat } from './halls/hall.ts'

/** A small repeatable source of chance, 0 to 1 (mulberry32): the same seed fills the same hall the same way. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** How eagerly people buy a zone: the middle goes first. */
const EAGERNESS: Readonly<Record<string, number>> = { best: 4, good: 2.4, box: 1.6, circle: 1.3, side: 1, upper: 0.9 }

/**
 * The seats that are gone when a share of the hall is sold: parties of two to four side by side, some alone, the good
 * places first, with single seats left between them, as real halls fill.
 */
export function soldSeats(seats: readonly HallSeat[], share: number, seed: number): Set<string> {
  const chance = chanceFrom(seed)
  const wanted = Math.round(seats.length * share)
  const eager = (seat: HallSeat) => chance() ** (1 / (EAGERNESS[seat.zone] ?? 1))
  const byPosition = new Map(seats.map((seat) => [seat.position, seat]))
  const inOrder = seats.map((seat) => ({ seat, eagerness: eager(seat) })).sort((a, b) => b.eagerness - a.eagerness)
  const sold = new Set<string>()
  for (const { seat } of inOrder) {
    if (sold.size >= wanted) break
    for (const neighbour of partyAt(seat, byPosition, chance)) if (sold.size < wanted) sold.add(neighbour.id)
  }
  return sold
}

/** A party that sits down at a seat and those to its right, as far as there are any. */
function partyAt(first: HallSeat, byPosition: ReadonlyMap<number, HallSeat>, chance: () => number): HallSeat[] {
  const size = ([2, 2, 2, 4, 3, 1, 2] as const)[Math.floor(chance() * 7)] ?? 2
  const party: HallSeat[] = []
  for (let step = 0; step < size; step++) {
    const seat = byPosition.get(first.position + step)
    if (seat === undefined) break
    party.push(seat)
  }
  return party
}
