import { describe, expect, it } from 'vitest'
import { hallOf } from '#components/seat-map/hall.ts'
import { sampleAvailability, samplePlan } from '#components/seat-map/sample-hall.ts'
import type { Availability, SeatStatus } from '#contracts/availability.ts'
import type { Item } from '#contracts/hold.ts'
import { withReturned } from './returned.ts'
import { canChooseAll, itemsOf, type SelectionStep, selectionAfter, totalOf } from './selection.ts'
import { EMPTY_SELECTION, type Selection } from './selection-state.ts'

const hall = hallOf(sampleAvailability().seats ?? [], samplePlan)

function seated(taken: Record<string, SeatStatus> = {}, maxPerBuyer = 4) {
  return { availability: sampleAvailability(taken), hall, maxPerBuyer }
}

function general(available: number, maxPerBuyer = 4) {
  const { seats: _, ...rest }: Availability = sampleAvailability()
  const tiers = rest.tiers.map((tier) => ({ ...tier, available }))
  return { availability: { ...rest, tiers }, hall: null, maxPerBuyer }
}

const walk = (steps: SelectionStep[], situation: ReturnType<typeof seated> | ReturnType<typeof general>) =>
  steps.reduce<Selection>((selection, step) => selectionAfter(selection, step, situation), EMPTY_SELECTION)

const toggle = (label: string): SelectionStep => ({ type: 'toggle-seat', seatId: `s-${label}` })
const set = (tierId: string, quantity: number): SelectionStep => ({ type: 'set-quantity', tierId, quantity })
const changed: SelectionStep = { type: 'availability-changed' }

describe('choosing seats', () => {
  it('takes free seats and gives them back', () => {
    expect(walk([toggle('B1'), toggle('B2'), toggle('B1')], seated()).seatIds).toEqual(['s-B2'])
  })
  it('does not take a seat that somebody has', () => {
    expect(walk([toggle('B1')], seated({ B1: 'held' })).seatIds).toEqual([])
  })
  it('stops at the limit and says so', () => {
    const selection = walk([toggle('B1'), toggle('B2'), toggle('B3')], seated({}, 2))
    expect(selection).toMatchObject({ seatIds: ['s-B1', 's-B2'], atLimit: true })
    expect(selectionAfter(selection, toggle('B2'), seated({}, 2)).atLimit).toBe(false)
  })
  it('asks for them by tier and knows what they cost', () => {
    const selection = walk([toggle('A1'), toggle('B1'), toggle('B2')], seated())
    expect(itemsOf(selection, hall)).toEqual([
      { tierId: 'dear', quantity: 1, seatIds: ['s-A1'] },
      { tierId: 'fair', quantity: 2, seatIds: ['s-B1', 's-B2'] },
    ])
    expect(totalOf(selection, seated())).toBe(12_000)
  })
})

describe('choosing seats together', () => {
  const choose = (labels: string[], insteadOf?: string[]): SelectionStep => ({
    ...{ type: 'choose-seats', seatIds: labels.map((label) => `s-${label}`) },
    ...(insteadOf && { insteadOf: insteadOf.map((label) => `s-${label}`) }),
  })

  it('takes them instead of what was chosen', () => {
    expect(walk([toggle('C1'), choose(['B1', 'B2'])], seated()).seatIds).toEqual(['s-B1', 's-B2'])
  })
  it('or instead of a part of it, even where both overlap', () => {
    const steps = [toggle('C1'), toggle('B2'), toggle('B3'), choose(['B1', 'B2'], ['B2', 'B3'])]
    expect(walk(steps, seated()).seatIds).toEqual(['s-C1', 's-B1', 's-B2'])
  })
  it('never takes what somebody has, nor more than a buyer may have', () => {
    expect(walk([choose(['B1', 'B2'])], seated({ B2: 'sold' })).seatIds).toEqual(['s-B1'])
    expect(walk([choose(['B1', 'B2', 'B3'])], seated({}, 2))).toMatchObject({
      seatIds: ['s-B1', 's-B2'],
      atLimit: true,
    })
  })
})

describe('choosing again what was reserved', () => {
  const again = (...items: Item[]): SelectionStep => ({ type: 'choose-again', items })
  const back: Item = { tierId: 'fair', quantity: 2, seatIds: ['s-B1', 's-B2'] }

  it('takes seats and tickets instead of what is chosen', () => {
    expect(walk([toggle('C1'), toggle('B2'), again(back)], seated()).seatIds).toEqual(['s-B1', 's-B2'])
    const tickets = { tierId: 'dear', quantity: 2 }
    expect(walk([set('dear', 1), set('fair', 1), again(tickets)], general(10)).quantities).toEqual({ dear: 2 })
  })
  it('has room for all of it within the limit, whatever is chosen', () => {
    expect(walk([toggle('C1'), toggle('C2'), again(back)], seated({}, 2))).toMatchObject({
      seatIds: ['s-B1', 's-B2'],
      atLimit: false,
    })
  })
  it('is known to be all of it, or not', () => {
    const tickets = { tierId: 'dear', quantity: 3 }
    expect(canChooseAll([back], seated())).toBe(true)
    expect(canChooseAll([back], seated({ B1: 'sold' }))).toBe(false)
    expect(canChooseAll([back], seated({}, 1))).toBe(false)
    expect(canChooseAll([tickets], general(3))).toBe(true)
    expect(canChooseAll([tickets], general(2))).toBe(false)
  })
  it('takes what can be had: nothing that somebody has meanwhile, and no more than a buyer may have', () => {
    expect(walk([again(back)], seated({ B1: 'held' })).seatIds).toEqual(['s-B2'])
    expect(walk([again(back)], seated({}, 1))).toMatchObject({ seatIds: ['s-B1'], atLimit: true })
    const dear = { tierId: 'dear', quantity: 3 }
    expect(walk([again(dear, { tierId: 'fair', quantity: 1 })], general(10, 2))).toMatchObject({
      quantities: { dear: 2 },
      atLimit: true,
    })
    expect(walk([again(dear)], general(1)).quantities).toEqual({ dear: 1 })
  })
  it('mourns nothing that has come back', () => {
    const lost = selectionAfter(walk([toggle('B1'), toggle('C1')], seated()), changed, seated({ B1: 'held' }))
    expect(lost.losses).toHaveLength(1)
    const after = selectionAfter(lost, again(back), seated())
    expect(after).toMatchObject({ seatIds: ['s-B1', 's-B2'], losses: [] })
  })
  it('is kept while the page hears that it is free', () => {
    const heldYet = seated({ B1: 'held', B2: 'held' })
    const free = { ...heldYet, availability: withReturned(heldYet.availability, [back]) }
    const chosen = selectionAfter(EMPTY_SELECTION, again(back), free)
    expect(selectionAfter(chosen, changed, free)).toBe(chosen)
    expect(selectionAfter(chosen, changed, seated())).toBe(chosen)
    expect(selectionAfter(chosen, changed, heldYet).losses, 'without that it would be lost').toHaveLength(2)
  })
})

describe('choosing tickets', () => {
  it('sets quantities within what is left and within the limit', () => {
    expect(walk([set('dear', 3)], general(2)).quantities).toEqual({ dear: 2 })
    expect(walk([set('dear', 3), set('fair', 3)], general(10))).toMatchObject({
      quantities: { dear: 3, fair: 1 },
      atLimit: true,
    })
  })
  it('forgets a tier that is set to nothing', () => {
    expect(walk([set('dear', 2), set('dear', 0)], general(10)).quantities).toEqual({})
  })
})

describe('losing what was chosen', () => {
  const chosen = walk([toggle('B1'), toggle('B2')], seated())

  it('a seat that sells leaves the selection, named, with the next best', () => {
    const after = selectionAfter(chosen, changed, seated({ B2: 'sold' }))
    expect(after.seatIds).toEqual(['s-B1'])
    expect(after.losses).toEqual([{ kind: 'seat', seatId: 's-B2', label: 'B2', reason: 'sold', offerId: 's-B3' }])
  })
  it('one step takes what was offered', () => {
    const lost = selectionAfter(chosen, changed, seated({ B2: 'held' }))
    const after = selectionAfter(lost, { type: 'take-offer', lostSeatId: 's-B2' }, seated({ B2: 'held' }))
    expect(after).toMatchObject({ seatIds: ['s-B1', 's-B3'], losses: [] })
  })
  it('an offer that is taken by others becomes another offer', () => {
    const lost = selectionAfter(chosen, changed, seated({ B2: 'sold' }))
    const [loss] = selectionAfter(lost, changed, seated({ B2: 'sold', B3: 'sold' })).losses
    expect(loss).toMatchObject({ seatId: 's-B2', offerId: expect.not.stringMatching('s-B3') })
  })
  it('two lost seats are not offered the same one', () => {
    const { losses } = selectionAfter(chosen, changed, seated({ B1: 'sold', B2: 'sold' }))
    const offers = losses.map((loss) => loss.kind === 'seat' && loss.offerId)
    expect(new Set(offers).size).toBe(2)
  })
  it('what was in a basket and then bought is said to be bought', () => {
    const lost = selectionAfter(chosen, changed, seated({ B2: 'held' }))
    expect(selectionAfter(lost, changed, seated({ B2: 'sold' })).losses).toMatchObject([
      { label: 'B2', reason: 'sold' },
    ])
  })
  it('a lost seat that is given back is what is offered', () => {
    const lost = selectionAfter(chosen, changed, seated({ B2: 'held' }))
    expect(selectionAfter(lost, changed, seated()).losses).toMatchObject([{ label: 'B2', offerId: 's-B2' }])
  })
  it('fewer tickets than chosen reduce the number, and say how many are left', () => {
    const two = walk([set('dear', 3)], general(10))
    expect(selectionAfter(two, changed, general(1))).toMatchObject({
      quantities: { dear: 1 },
      losses: [{ kind: 'tier', tierId: 'dear', left: 1 }],
    })
    expect(selectionAfter(two, changed, general(0))).toMatchObject({ quantities: {}, losses: [{ left: 0 }] })
  })
  it('a seat that one reserved oneself is not lost, nor when it is sold or given back afterwards', () => {
    const lost = selectionAfter(chosen, changed, seated({ B1: 'held', B2: 'sold' }))
    const own: SelectionStep = { type: 'forget-own', seatIds: new Set(['s-B1']) }
    const after = selectionAfter(lost, own, seated({ B1: 'held', B2: 'sold' }))
    expect(after.losses).toMatchObject([{ seatId: 's-B2' }])
    for (const later of [seated({ B1: 'sold', B2: 'sold' }), seated({ B2: 'sold' })])
      expect(selectionAfter(after, changed, later).losses).toMatchObject([{ seatId: 's-B2' }])
  })
  it('nothing lost, nothing changed: the very same selection', () => {
    expect(selectionAfter(chosen, changed, seated({ C6: 'sold' }))).toBe(chosen)
  })
  it('until it is answered for nothing counts as lost; afterwards it does, if it was not for us', () => {
    const frozen = selectionAfter(chosen, { type: 'freeze' }, seated())
    const held = seated({ B1: 'held', B2: 'held' })
    expect(selectionAfter(frozen, changed, held)).toBe(frozen)
    expect(selectionAfter(frozen, { type: 'thaw' }, held).losses).toHaveLength(2)
  })
})
