import { expect, it } from 'vitest'
import { failureWords } from './failure-words.ts'

it.each([
  ['The card was declined.', 'failedDeclined'],
  ['The payment was not finished.', 'failedUnfinished'],
  ['The show was moved.', 'failedMoved'],
  ['A reason that nobody agreed on', 'failedOther'],
  ['constructor', 'failedOther'],
  [undefined, 'failedOther'],
])('a payment that failed for %j is told with %s', (reason, words) => {
  expect(failureWords(reason)).toBe(words)
})
