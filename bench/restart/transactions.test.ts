import { expect, test } from 'vitest'
import { causedBy } from './transactions.ts'

test('what is always answered was not caused', () => {
  expect(causedBy(130, [30, 90, 31])).toBe(99)
  expect(causedBy(20, [30, 31, 32])).toBe(0)
})
