import { expect, test } from 'vitest'
import { Attempts, WRONG_IN_ALL, WRONG_PER_ADDRESS } from './attempts.ts'

test('an address may be wrong a few times a minute, and others are none the worse', () => {
  const attempts = new Attempts()
  for (let i = 0; i < WRONG_PER_ADDRESS; i += 1) {
    expect(attempts.allows('a', 0)).toBe(true)
    attempts.wrong('a')
  }
  expect([attempts.allows('a', 59_999), attempts.allows('b', 59_999)]).toEqual([false, true])
  expect(attempts.allows('a', 60_000)).toBe(true)
})

test('many addresses together may not be wrong more often than is allowed in all', () => {
  const attempts = new Attempts()
  for (let i = 0; i < WRONG_IN_ALL; i += 1) {
    expect(attempts.allows(`${i}`, 0)).toBe(true)
    attempts.wrong(`${i}`)
  }
  expect(attempts.allows('new', 0)).toBe(false)
  expect(attempts.allows('new', 60_000)).toBe(true)
})
