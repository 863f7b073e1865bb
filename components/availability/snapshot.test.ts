import { expect, test } from 'vitest'
import { Availability } from '#contracts/availability.ts'
import { isAvailability } from './snapshot.ts'

const example = {
  showId: 's',
  version: 3,
  serverNow: '2026-11-21T20:00:00Z',
  tiers: [{ id: 't', name: 'Stalls', price: { amount: 45, currency: 'GBP', fees: 5 }, available: 1, status: 'few' }],
  seats: [{ id: 'a', label: 'A1', tierId: 't', status: 'held' }],
}

test('an availability of the contract is read', () => {
  expect(Availability.parse(example)).toEqual(example)
  expect(isAvailability(example)).toBe(true)
  expect(isAvailability({ ...example, seats: undefined })).toBe(true)
})

test.each(Object.keys(example))('one with a %s of the wrong kind is not, as the contract says', (field) => {
  for (const wrong of [null, 1.5, -1, 'x', {}, [{}]]) {
    const broken = { ...example, [field]: wrong }
    if (!Availability.safeParse(broken).success) expect(isAvailability(broken), JSON.stringify(wrong)).toBe(false)
  }
})
