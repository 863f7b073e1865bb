import { expect, test } from 'vitest'
import { type Absence, awayOverTime, sumUpReturns } from './returns.ts'

/** Two restarts: the first lets one viewer go every 100 ms, each back after 200; the second drops ten at once, one for good. */
const drained = Array.from({ length: 101 }, (_, i): Absence => [i * 100, i * 100 + 200])
const dropped = Array.from({ length: 10 }, (_, i): Absence => [20_000, i === 0 ? null : 21_000 + i * 100])

test('each viewer’s return is counted from its own disconnect', () => {
  const returns = sumUpReturns([...drained, ...dropped], [0, 19_000])
  expect(returns).toMatchObject({ disconnects: 111, neverBack: 1, backP50Ms: 200, backMaxMs: 1_900 })
})

test('the restart that dropped viewers at once is the one whose spread is told', () => {
  expect(sumUpReturns(drained, [0]).spreadMs).toBe(9_000)
  expect(sumUpReturns([...drained, ...dropped], [0, 19_000])).toMatchObject({ spreadMs: 0, mostInASecond: 10 })
})

test('restarts without viewers have no spread', () => {
  expect(sumUpReturns([], [0, 1])).toMatchObject({ disconnects: 0, neverBack: 0, spreadMs: 0, mostInASecond: 0 })
})

test('who is away is counted from the disconnect on and until the return', () => {
  const absences: Absence[] = [
    [1_000, 1_500],
    [1_000, null],
  ]
  expect(awayOverTime(absences, 750, 1_500)).toEqual([
    [0, 0],
    [0.25, 2],
    [0.5, 2],
    [0.75, 1],
  ])
})
