import type { Availability } from '#contracts/availability.ts'
import type { Hall, HallSeat } from './hall.ts'

/** Whose a seat is; nobody's is available. `mine` is reserved for this browser, `held` for somebody else. */
export type SeatState = 'available' | 'held' | 'sold' | 'chosen' | 'mine'

/** What this browser has of a hall. */
export interface OwnChoice {
  readonly chosen: readonly string[]
  /** Seats that are reserved for it. */
  readonly reserved: ReadonlySet<string>
}

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

export type SeatFactsReader = (
  hall: Hall,
  availability: Availability,
  own: OwnChoice,
  words: SeatWords,
) => ReadonlyMap<string, SeatFacts>

/**
 * Facts of every seat of a hall. A seat about which nothing changed since the last reading keeps its very object, so that
 * one sale puts one seat into words and draws one row.
 */
export function createSeatFactsReader(): SeatFactsReader {
  let known: ReadonlyMap<string, SeatFacts> = new Map()
  let knownOf: { readonly hall: Hall; readonly words: SeatWords } | undefined
  return (hall, availability, { chosen, reserved }, words) => {
    const before = knownOf?.hall === hall && knownOf.words === words ? known : new Map<string, SeatFacts>()
    const { groupOf, describe } = describer(hall, availability, words)
    const chosenOnes = new Set(chosen)
    const facts = new Map<string, SeatFacts>()
    for (const { id, tierId, status } of availability.seats ?? []) {
      const state = chosenOnes.has(id) ? 'chosen' : status === 'held' && reserved.has(id) ? 'mine' : status
      const old = before.get(id)
      const isKnown = old?.state === state && old.group === groupOf(tierId)
      const fact = isKnown ? old : describe(id, tierId, state)
      if (fact) facts.set(id, fact)
    }
    known = facts
    knownOf = { hall, words }
    return facts
  }
}

function describer(hall: Hall, { tiers }: Availability, words: SeatWords) {
  const groups = new Map(tiers.map((tier, group) => [tier.id, { group, tier: tier.name, price: words.price(tier.id) }]))
  const sections = new Map(hall.sections.map((section) => [section.id, section.name]))
  const tierOf = (tierId: string) => groups.get(tierId) ?? { group: 0, tier: '', price: '' }
  const describe = (id: string, tierId: string, state: SeatState): SeatFacts | null => {
    const seat = hall.seats.get(id)
    const { group, tier, price } = tierOf(tierId)
    if (!seat) return null
    const place = words.place(seat, sections.get(seat.sectionId) ?? '')
    return { state, group, name: words.sentence({ place, tier, price, status: words.state(state) }) }
  }
  return { groupOf: (tierId: string) => tierOf(tierId).group, describe }
}

/** Whether it can be chosen, or given up again. */
export const isChoosable = (fact: SeatFacts | undefined): boolean =>
  fact?.state === 'available' || fact?.state === 'chosen'

/** Whether both say the same of all these seats. */
export const areSameFacts = (
  seats: readonly HallSeat[],
  one: ReadonlyMap<string, SeatFacts>,
  other: ReadonlyMap<string, SeatFacts>,
): boolean => seats.every(({ id }) => one.get(id) === other.get(id))
