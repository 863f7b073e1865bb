import { expect, test } from 'vitest'
import { Patience } from './patience.ts'

const bounds = { baseMs: 500, capMs: 10_000 }
const latest = () => 1
const soonest = () => 0

test('nobody waits who was not put off', () => {
  expect(new Patience(bounds, latest).leftMs(1_000)).toBe(0)
})

test('who is put off waits for as long as was said, and not all until the same moment', () => {
  for (const [random, expected] of [
    [soonest, 3_000],
    [latest, 4_500],
  ] as const) {
    const patience = new Patience(bounds, random)
    patience.putOff(1_000, 3_000)
    expect([patience.leftMs(1_000), patience.leftMs(2_000)]).toEqual([expected, expected - 1_000])
    expect(patience.leftMs(1_000 + expected)).toBe(0)
  }
})

test('a part of a millisecond is waited for', () => {
  const patience = new Patience(bounds, soonest)
  patience.putOff(0, 3_000)
  expect([patience.leftMs(0.5), patience.leftMs(2_999.9), patience.leftMs(3_000.1)]).toEqual([3_000, 1, 0])
})

test('who is not told when asks more rarely each time, up to a bound', () => {
  const patience = new Patience(bounds, latest)
  const waits = Array.from({ length: 6 }, () => {
    patience.putOff(0)
    return patience.leftMs(0)
  })
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
})

test('who was served begins anew', () => {
  const patience = new Patience(bounds, latest)
  patience.putOff(0, 60_000)
  patience.reset()
  expect(patience.leftMs(0)).toBe(0)
  patience.putOff(0)
  expect(patience.leftMs(0)).toBe(1_000)
})
