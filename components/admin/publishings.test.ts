import { expect, it } from 'vitest'
import { isToldOf, isUnderWay, type Publishings, publishingOf, withoutLive } from './publishings.ts'

const known: Publishings = new Map([
  [12, { step: 'failed', refusal: { why: 'otherHosts' } }],
  [11, { step: 'live' }],
  [10, { step: 'publishing' }],
])

it('knows what became of a version wherever it stands in the list by now', () => {
  expect(publishingOf(known, 12)).toEqual({ step: 'failed', refusal: { why: 'otherHosts' } })
  expect(publishingOf(known, 9)).toEqual({ step: 'idle' })
})

it('shows steps of which there is something to be read, and no others', () => {
  expect(isToldOf(known, [13, 12])).toBe(true)
  expect(isToldOf(known, [9, 8])).toBe(false)
})

it('does not call a version live that was followed by another', () => {
  expect([...withoutLive(known, 13).keys()]).toEqual([12, 10])
  expect([...withoutLive(known, 12).keys()]).toEqual([10])
})

it('is under way until there is an answer', () => {
  expect([...known.values()].map(isUnderWay)).toEqual([false, false, true])
})
