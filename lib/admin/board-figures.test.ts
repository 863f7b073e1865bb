import { describe, expect, it } from 'vitest'
import { BOARD_MINUTES } from '#contracts/board-minutes.ts'
import { boardSpan, chooseShows, everyMinute, figuresOf, type SumRow } from './board-figures.ts'

const MINUTE_MS = 60_000
const at = (instant: string) => Date.parse(instant)

describe('the hour of the chart', () => {
  it.each([
    ['2026-11-26T17:25:31.123Z', '2026-11-26T16:26:00.000Z'],
    ['2026-11-26T17:25:00.000Z', '2026-11-26T16:26:00.000Z'],
    ['2026-11-26T17:24:59.999Z', '2026-11-26T16:25:00.000Z'],
    // In London clocks are put back in between: sixty minutes all the same.
    ['2026-10-25T01:30:00.000Z', '2026-10-25T00:31:00.000Z'],
  ])('at %s begins at %s', (now, from) => {
    expect(new Date(boardSpan(at(now), 0).chartFromMs).toISOString()).toBe(from)
  })

  it('reaches into yesterday after midnight, and the day further back than the hour in the evening', () => {
    const midnight = at('2026-11-26T00:00:00Z')
    const early = boardSpan(midnight + 5 * MINUTE_MS, midnight)
    expect(early.fromMs).toBe(early.chartFromMs)
    expect(early.fromMs).toBeLessThan(midnight)
    expect(boardSpan(midnight + 600 * MINUTE_MS, midnight).fromMs).toBe(midnight)
  })
})

describe('every minute', () => {
  const from = at('2026-11-26T16:26:00Z')
  const row = (minutes: number, sold: number) => ({ minute: new Date(from + minutes * MINUTE_MS), sold })

  it('has its tickets, and zero where nothing was sold', () => {
    const minutes = everyMinute([row(0, 2), row(3, 1), row(BOARD_MINUTES - 1, 7)], from)
    expect(minutes).toHaveLength(BOARD_MINUTES)
    expect([minutes[0], minutes[1], minutes[3], minutes.at(-1)]).toEqual([2, 0, 1, 7])
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(10)
  })

  it('outside of the chart is left out, and so is what is no whole minute', () => {
    const minutes = everyMinute([row(-1, 5), row(BOARD_MINUTES, 5), row(0.5, 5)], from)
    expect(minutes.every((sold) => sold === 0)).toBe(true)
  })
})

describe('sums', () => {
  const sum = (change: Partial<SumRow>): SumRow => ({
    ...{ showId: 'a', currency: 'GBP', lastHour: 0, today: 0, givenBackToday: 0, takenToday: 0, refundedToday: 0 },
    ...change,
  })

  it('of nothing are nothing: no takings, not even of zero', () => {
    expect(figuresOf([], [])).toMatchObject({
      sold: { lastMinute: 0, lastHour: 0, today: 0 },
      takingsToday: [],
    })
    expect(figuresOf([sum({ lastHour: 2 })], []).takingsToday).toEqual([]) // sold before midnight
  })

  it('are of all shows, and of each', () => {
    const { sold, shows } = figuresOf(
      [sum({ lastHour: 2, today: 3 }), sum({ showId: 'b', lastHour: 1, today: 1 })],
      [{ showId: 'b', sold: 1 }],
    )
    expect(sold).toEqual({ lastMinute: 1, lastHour: 3, today: 4 })
    expect(shows.get('b')).toEqual({ lastMinute: 1, lastHour: 1, today: 1 })
  })

  it('of a show that was sold in two currencies are one', () => {
    const { shows } = figuresOf([sum({ today: 3 }), sum({ currency: 'EUR', today: 2 })], [])
    expect(shows.get('a')?.today).toBe(5)
  })

  it('of money are what was paid less what was paid back, per currency, and may be below zero', () => {
    const { takingsToday } = figuresOf(
      [
        sum({ takenToday: 5000, today: 1 }),
        sum({ showId: 'b', refundedToday: 7000 }),
        sum({ currency: 'EUR', takenToday: 100 }),
      ],
      [],
    )
    expect(takingsToday).toEqual([
      { amount: 100, currency: 'EUR' },
      { amount: -2000, currency: 'GBP' },
    ])
  })

  it('of what came back do not make a sale of it', () => {
    const { shows, givenBackToday, sold } = figuresOf([sum({ givenBackToday: 2 })], [])
    expect(shows.size).toBe(0)
    expect([givenBackToday, sold.today]).toEqual([2, 0])
  })
})

describe('the shows with a row', () => {
  const sold = (today: number) => ({ lastMinute: 0, lastHour: 0, today })

  it('are those that sold most today, then the next ones, each once', () => {
    const shows = new Map([['quiet', sold(1)], ['busy', sold(9)], ['yesterday', sold(0)]]) // biome-ignore format: one line
    expect(chooseShows(shows, ['busy', 'next', 'later'], 3)).toEqual(['busy', 'quiet', 'next'])
    expect(chooseShows(new Map(), ['next', 'later'], 1)).toEqual(['next'])
  })
})
