import { describe, expect, it } from 'vitest'
import { hallOf } from './hall.ts'
import { sampleAvailability, samplePlan } from './sample-hall.ts'
import { createSeatFactsReader, type SeatWords } from './seat-facts.ts'

const words: SeatWords = {
  place: (seat, section) => `${section} ${seat.row}${seat.number}`,
  price: (tierId) => (tierId === 'dear' ? '£60' : '£30'),
  state: (state) => state,
  sentence: ({ place, tier, price, status }) => `${place}, ${tier}, ${price}, ${status}`,
}
const hall = hallOf(sampleAvailability().seats ?? [], samplePlan)

describe('facts of seats', () => {
  it('name place, price and whose it is', () => {
    const facts = createSeatFactsReader()(hall, sampleAvailability({ A5: 'sold' }), ['s-B1'], words)
    expect(facts.get('s-A5')).toEqual({ state: 'sold', group: 0, name: 'Right A5, Front, £60, sold' })
    expect(facts.get('s-B1')).toEqual({ state: 'chosen', group: 1, name: 'Left B1, Back, £30, chosen' })
  })

  it('stay the very same objects where nothing changed', () => {
    const read = createSeatFactsReader()
    const before = read(hall, sampleAvailability(), [], words)
    const after = read(hall, sampleAvailability({ C3: 'held' }), [], words)
    expect(after.get('s-C3')).toMatchObject({ state: 'held' })
    const kept = [...after].filter(([id, fact]) => before.get(id) === fact)
    expect(kept).toHaveLength(17)
  })

  it('are put into words anew when the words change', () => {
    const read = createSeatFactsReader()
    read(hall, sampleAvailability(), [], words)
    const dearer = read(hall, sampleAvailability(), [], { ...words, price: () => '£99' })
    expect(dearer.get('s-C3')?.name).toContain('£99')
  })

  it('are new where a seat went to another price', () => {
    const read = createSeatFactsReader()
    const before = sampleAvailability()
    read(hall, before, [], words)
    const seats = before.seats?.map((seat) => (seat.id === 's-C3' ? { ...seat, tierId: 'dear' } : seat))
    expect(read(hall, { ...before, seats }, [], words).get('s-C3')).toMatchObject({
      group: 0,
      name: 'Left C3, Front, £60, available',
    })
  })

  it('are new where the hall is another one', () => {
    const read = createSeatFactsReader()
    read(hall, sampleAvailability(), [], words)
    const renamed = { ...hall, sections: hall.sections.map((one) => ({ ...one, name: `${one.name} wing` })) }
    expect(read(renamed, sampleAvailability(), [], words).get('s-C3')?.name).toContain('Left wing C3')
  })
})
