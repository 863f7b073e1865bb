import { describe, expect, it } from 'vitest'
import { ConnectRate } from './connect-rate.ts'

/** How many of this many tries get through at once. */
const through = (rate: ConnectRate, key: string, tries: number, nowMs: number): number =>
  Array.from({ length: tries }, () => rate.take(key, nowMs)).filter(Boolean).length

describe('the rate of connects', () => {
  it('lets ten seconds’ worth through at once, then as many a second as it says', () => {
    const rate = new ConnectRate(20)
    expect(through(rate, 'office', 500, 0)).toBe(200)
    expect(through(rate, 'office', 500, 1_000)).toBe(20)
    expect(through(rate, 'office', 500, 1_050)).toBe(1)
    expect(through(rate, 'office', 500, 60_000)).toBe(200)
  })

  it('counts each address for itself', () => {
    const rate = new ConnectRate(1)
    expect([through(rate, 'a', 50, 0), through(rate, 'b', 50, 0)]).toEqual([10, 10])
  })

  it('does not keep an address out for trying', () => {
    const rate = new ConnectRate(1)
    through(rate, 'a', 10, 0)
    for (let ms = 100; ms < 1_000; ms += 100) expect(rate.take('a', ms)).toBe(false)
    expect(rate.take('a', 1_000)).toBe(true)
  })

  it('gives nothing for a clock that goes back', () => {
    const rate = new ConnectRate(1)
    expect(through(rate, 'a', 20, 5_000)).toBe(10)
    expect(rate.take('a', 0)).toBe(false)
  })

  it('remembers so many addresses, and forgets who came longest ago', () => {
    const rate = new ConnectRate(1, 2)
    through(rate, 'a', 10, 0)
    through(rate, 'b', 10, 1)
    rate.take('a', 2_000)
    rate.take('c', 2_000)
    expect(rate.size).toBe(2)
    expect(through(rate, 'a', 10, 2_000)).toBe(1)
    expect(through(rate, 'b', 20, 2_000)).toBe(10)
  })
})
