import { expect, it } from 'vitest'
import { dayTowards } from './day-towards.ts'

// Saturdays are 5, 12 and 26; Monday is 7.
const days = ['2026-12-05', '2026-12-07', '2026-12-12', '2026-12-15', '2026-12-26']

it.each([
  ['07', 'ArrowLeft', '05'],
  ['07', 'ArrowRight', '12'],
  ['12', 'ArrowUp', '05'],
  ['12', 'ArrowDown', '26'],
  ['07', 'ArrowDown', '15'],
  ['15', 'Home', '05'],
  ['15', 'End', '26'],
])('from day %s, %s leads to %s', (from, key, to) => {
  expect(dayTowards(days, `2026-12-${from}`, key)).toBe(`2026-12-${to}`)
})

it.each([
  ['05', 'ArrowLeft'],
  ['26', 'ArrowRight'],
  ['05', 'ArrowUp'],
  ['26', 'ArrowDown'],
  ['07', 'Enter'],
])('from day %s, %s leads nowhere', (from, key) => {
  expect(dayTowards(days, `2026-12-${from}`, key)).toBeNull()
})
