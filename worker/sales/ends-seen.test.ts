import { expect, it } from 'vitest'
import { EndsSeen } from './ends-seen.ts'

const at = (...offsets: number[]) => new Map(offsets.map((offset, partition) => [partition, BigInt(offset)]))

it('a topic without records is worked to now', () => {
  const seen = new EndsSeen()
  seen.see(1_000, new Map())
  expect(seen.workedTo(new Map())).toBe(1_000)
})

it('a topic is worked to when its end was where the group is, however much has come since', () => {
  const seen = new EndsSeen()
  seen.see(1_000, at(10))
  seen.see(2_000, at(20))
  seen.see(3_000, at(30))
  expect(seen.workedTo(at(9))).toBeNull()
  expect(seen.workedTo(at(10))).toBe(1_000)
  expect(seen.workedTo(at(29))).toBe(2_000)
  expect(seen.workedTo(at(30))).toBe(3_000)
})

it('one partition that stands still holds the time back, whatever the others do', () => {
  const seen = new EndsSeen()
  seen.see(1_000, at(5, 5))
  seen.see(2_000, at(50, 6))
  expect(seen.workedTo(at(50, 5))).toBe(1_000)
  expect(seen.workedTo(at(50, 6))).toBe(2_000)
})

it('a time does not move on by itself while nothing is worked', () => {
  const seen = new EndsSeen()
  seen.see(1_000, at(5))
  for (let now = 2_000; now < 9_000; now += 1_000) {
    seen.see(now, at(6))
    expect(seen.workedTo(at(5))).toBe(1_000)
  }
})

it('a group that never came has worked nothing, and a topic that was made anew is worked from its new end', () => {
  const seen = new EndsSeen()
  seen.see(1_000, at(500))
  expect(seen.workedTo(new Map())).toBeNull()
  seen.see(2_000, at(1))
  expect(seen.workedTo(at(1))).toBe(2_000)
})

it('hours behind, fewer times are kept, the oldest always among them', () => {
  const seen = new EndsSeen()
  for (let now = 1; now <= 5_000; now++) seen.see(now, at(now))
  expect(seen.workedTo(at(1))).toBe(1)
  const half = seen.workedTo(at(2_500))
  expect(half).toBeGreaterThan(2_400)
  expect(half).toBeLessThanOrEqual(2_500)
})
