import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Log } from '#platform/log.ts'
import { Outage } from './outage.ts'

let nowMs: number
let lines: string[]
let log: Log
let outage: Outage
beforeEach(() => {
  nowMs = 1_790_000_000_000
  lines = []
  log = {
    warn: ({ err }: { err: Error }, text: string) => lines.push(`${text}: ${err.message}`),
    info: ({ lastedMs }: { lastedMs: number }, text: string) => lines.push(`${text} after ${lastedMs}`),
  } as unknown as Log
  outage = new Outage('history', log, () => nowMs)
})

const fail = (times: number, everyMs: number) => {
  for (let n = 0; n < times; n += 1) {
    outage.noAnswer(new Error('away'))
    nowMs += everyMs
  }
}

describe('an outage', () => {
  test('is told once, however many wait, and once when it is over', () => {
    fail(10_000, 1)
    outage.answer()
    outage.answer()
    expect(lines).toEqual(['history does not answer: away', 'history answers again after 10000'])
  })

  test('that is not there is not told', () => {
    outage.answer()
    expect(lines).toEqual([])
  })

  test('is told again when it comes again', () => {
    for (let n = 0; n < 2; n += 1) {
      fail(1, 1)
      outage.answer()
      nowMs += 60_000
    }
    expect(lines).toHaveLength(4)
  })

  test('that comes and goes fills no log', () => {
    for (let n = 0; n < 4_000; n += 1) {
      fail(1, 1)
      outage.answer()
    }
    expect(lines).toHaveLength(2)
  })

  test('that comes again at once and stays is told after a while', () => {
    fail(1, 1)
    outage.answer()
    fail(100, 100)
    outage.answer()
    expect(lines.slice(2)).toEqual(['history does not answer: away', 'history answers again after 10000'])
  })

  test('lasted as long as it did, though the time of day was set meanwhile', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    try {
      const outage = new Outage('history', log)
      outage.noAnswer(new Error('away'))
      vi.advanceTimersByTime(1_500)
      vi.setSystemTime(Date.now() - 3_600_000)
      outage.answer()
      expect(lines.at(-1)).toBe('history answers again after 1500')
    } finally {
      vi.useRealTimers()
    }
  })
})
