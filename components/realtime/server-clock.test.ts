import { expect, test } from 'vitest'
import { ServerClock } from './server-clock.ts'

const iso = (ms: number) => new Date(ms).toISOString()

function clockAt(startMs: number) {
  let localMs = startMs
  const clock = new ServerClock(() => localMs)
  return { clock, set: (ms: number) => (localMs = ms) }
}

test('is the local clock until a server was heard', () => {
  expect(clockAt(5_000).clock.now()).toBe(5_000)
})

test('the fastest message tells the time best', () => {
  const { clock, set } = clockAt(100_000)
  clock.observe(iso(159_000)) // took a second
  set(101_000)
  clock.observe(iso(160_950)) // took 50 ms
  set(102_000)
  clock.observe(iso(140_000)) // a replayed old message
  expect(clock.now()).toBe(161_950)
})

test('a local clock that was set forward is noticed after a while', () => {
  const { clock, set } = clockAt(100_000)
  clock.observe(iso(100_000))
  set(100_000 + 3_600_000)
  clock.observe(iso(100_500))
  expect(clock.now()).toBe(100_500)
})

test('a page out of the cache sets no clock back, and one is all there is before a server was heard', () => {
  const { clock, set } = clockAt(100_000)
  clock.suggest(iso(160_000))
  expect(clock.now()).toBe(160_000)
  set(1_000_000)
  clock.suggest(iso(165_000)) // was made a quarter of an hour ago
  expect(clock.now()).toBe(1_060_000)
  clock.suggest(iso(1_070_000))
  expect(clock.now()).toBe(1_070_000)
})

test('what is no instant is not heard', () => {
  const { clock } = clockAt(1_000)
  clock.observe('yesterday')
  expect(clock.now()).toBe(1_000)
})
