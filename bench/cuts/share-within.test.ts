import { expect, test } from 'vitest'
import { Delays } from '../delays.ts'
import { shareWithin } from './share-within.ts'

test('counts what was there in time, of all that should have been', () => {
  const delays = new Delays()
  for (const ms of [0, 10, 11, 1_900]) delays.note(ms)
  const share = new Map(shareWithin(delays, 5))
  expect([0, 0.01, 0.02, 1.5, 2, 5].map((seconds) => share.get(seconds))).toEqual([20, 40, 60, 60, 80, 80])
})
