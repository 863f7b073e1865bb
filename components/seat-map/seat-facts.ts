import type { Availability } from '#contracts/availability.ts'
import type { Hall, HallSeat } from './hall.ts'
import type { SeatState } from './seat-mark.tsx'

/** What there is to say about a seat at this moment. */
export interface SeatFacts {
  readonly state: SeatState
  /** Position of its price group. */
  readonly group: number
  /** Everything, in words. */
  readonly name: string
}

/** How seats are put into words, in the page's language. */
export interface SeatWords {
  place(seat: HallSeat, sectionName: string): string
  price(tierId: string): string
  state(state: SeatState): string
  sentence(parts: { place: string; tier: string; price: string; status: string }): string
}

/** Facts of every seat of a hall. */
export function seatFacts(
  hall: Hall,
  { seats = [], tiers }: Availability,
  chosen: readonly string[],
  words: SeatWords,
): Map<string, SeatFacts> {
  const groups = new Map(tiers.map((tier, group) => [tier.id, { group, tier: tier.name, price: words.price(tier.id) }]))
  const sections = new Map(hall.sections.map((section) => [section.id, section.name]))
  const mine = new Set(chosen)
  return new Map(
    seats.flatMap(({ id, tierId, status: now }): [string, SeatFacts][] => {
      const seat = hall.seats.get(id)
      const { group, tier, price } = groups.get(tierId) ?? { group: 0, tier: '', price: '' }
      if (!seat) return []
      const state = mine.has(id) ? 'chosen' : now
      const place = words.place(seat, sections.get(seat.sectionId) ?? '')
      return [[id, { state, group, name: words.sentence({ place, tier, price, status: words.state(state) }) }]]
    }),
  )
}
