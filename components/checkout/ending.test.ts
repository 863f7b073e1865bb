import { expect, it } from 'vitest'
import { endingOf } from './ending.ts'

it.each([
  ['expired', false, 'lost'],
  ['active', false, 'lost'], // by our own clock, until the server says so too
  ['released', false, 'released'],
  ['expired', true, 'unanswered'],
  ['active', true, 'unanswered'],
  ['released', true, 'unanswered'],
  ['ordered', true, 'ordered'],
  ['ordered', false, 'ordered'],
] as const)('a hold that is %s, with an order sent and unanswered: %s, ended as %s', (status, asked, ending) => {
  expect(endingOf(status, asked)).toBe(ending)
})
