import { describe, expect, it } from 'vitest'
import { hallOf } from './hall.ts'
import { sampleAvailability, samplePlan } from './sample-hall.ts'
import { createSeatFactsReader, isChoosable, type OwnChoice, type SeatWords } from './seat-facts.ts'

const words: SeatWords = {
  place: (seat, section) => `${section} ${seat.row}${seat.number}`,
  price: (tierId) => (tierId === 'dear' ? '£60' : '£30'),
  state: (state) => state,
  sentence: ({ place, tier, price, status }) => `${place}, ${tier}, ${price}, ${status}`,
}
const own = ({ chosen = [], reserved = [] }: { chosen?: string[]; reserved?: string[] } = {}): OwnChoice => ({
  chosen,
  reserved: new Set(reserved),
})
const hall = hallOf(sampleAvailability().seats ?? [], samplePlan)

describe('facts of seats', () => {
  it('name place, price and whose it is', () => {
    const facts = createSeatFactsReader()(hall, sampleAvailability({ A5: 'sold' }), own({ chosen: ['s-B1'] }), words)
    expect(facts.get('s-A5')).toEqual({ state: 'sold', group: 0, name: 'Right A5, Front, £60, sold' })
    expect(facts.get('s-B1')).toEqual({ state: 'chosen', group: 1, name: 'Left B1, Back, £30, chosen' })
  })

  it('tell seats that are reserved for us from those in somebody’s basket', () => {
    const taken = { B1: 'held', B2: 'held', B3: 'sold' } as const
    const ours = own({ reserved: ['s-B1', 's-B3', 's-C1', 's-C2'], chosen: ['s-C2'] })
    const facts = createSeatFactsReader()(hall, sampleAvailability(taken), ours, words)
    const states = ['B1', 'B2', 'B3', 'C1', 'C2'].map((label) => facts.get(`s-${label}`)?.state)
    expect(states, 'what is sold or free is no longer reserved').toEqual([
      'mine',
      'held',
      'sold',
      'available',
      'chosen',
    ])
    expect(facts.get('s-B1')?.name).toBe('Left B1, Back, £30, mine')
    const choosable = ['B1', 'B2', 'C1', 'C2'].map((label) => isChoosable(facts.get(`s-${label}`)))
    expect(choosable).toEqual([false, false, true, true])
  })

  it('are new where a hold becomes ours, and only there', () => {
    const read = createSeatFactsReader()
    const availability = sampleAvailability({ B1: 'held', B2: 'held' })
    const before = read(hall, availability, own(), words)
    const after = read(hall, availability, own({ reserved: ['s-B1'] }), words)
    expect([...after].filter(([id, fact]) => before.get(id) !== fact).map(([id]) => id)).toEqual(['s-B1'])
  })

  it('stay the very same objects where nothing changed', () => {
    const read = createSeatFactsReader()
    const before = read(hall, sampleAvailability(), own(), words)
    const after = read(hall, sampleAvailability({ C3: 'held' }), own(), words)
    expect(after.get('s-C3')).toMatchObject({ state: 'held' })
    const kept = [...after].filter(([id, fact]) => before.get(id) === fact)
    expect(kept).toHaveLength(17)
  })

  it('are put into words anew when the words change', () => {
    const read = createSeatFactsReader()
    read(hall, sampleAvailability(), own(), words)
    const dearer = read(hall, sampleAvailability(), own(), { ...words, price: () => '£99' })
    expect(dearer.get('s-C3')?.name).toContain('£99')
  })

  it('are new where a seat went to another price', () => {
    const read = createSeatFactsReader()
    const before = sampleAvailability()
    read(hall, before, own(), words)
    const seats = before.seats?.map((seat) => (seat.id === 's-C3' ? { ...seat, tierId: 'dear' } : seat))
    expect(read(hall, { ...before, seats }, own(), words).get('s-C3')).toMatchObject({
      group: 0,
      name: 'Left C3, Front, £60, available',
    })
  })

  it('are new where the hall is another one', () => {
    const read = createSeatFactsReader()
    read(hall, sampleAvailability(), own(), words)
    const renamed = { ...hall, sections: hall.sections.map((one) => ({ ...one, name: `${one.name} wing` })) }
    expect(read(renamed, sampleAvailability(), own(), words).get('s-C3')?.name).toContain('Left wing C3')
  })
})
