import type { Board } from '#contracts/board.ts'
import { BOARD_MINUTES } from '#contracts/board-minutes.ts'

/*
 * What was counted → what the board says. Pure. Minutes are those of the clock that all clocks on earth agree on: an
 * hour has sixty of them, whatever happens to the hours of the day.
 */

const MINUTE_MS = 60_000

/** When the first minute of the chart began, and when what the board looks at began: whichever is longer, chart or day. */
export function boardSpan(
  nowMs: number,
  dayBeganMs: number,
): { readonly chartFromMs: number; readonly fromMs: number } {
  const runningMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
  const chartFromMs = runningMs - (BOARD_MINUTES - 1) * MINUTE_MS
  return { chartFromMs, fromMs: Math.min(chartFromMs, dayBeganMs) }
}

/** Tickets by minute as PostgreSQL has them: minutes without a sale have no row. */
export interface MinuteRow {
  readonly minute: Date
  readonly sold: number
}

/** Every minute of the chart, in order, with zero where there was no sale. What lies outside of it is left out. */
export function everyMinute(rows: readonly MinuteRow[], chartFromMs: number): number[] {
  const minutes = Array.from({ length: BOARD_MINUTES }, () => 0)
  for (const { minute, sold } of rows) {
    const at = (minute.getTime() - chartFromMs) / MINUTE_MS
    if (Number.isInteger(at) && at >= 0 && at < BOARD_MINUTES) minutes[at] = (minutes[at] ?? 0) + sold
  }
  return minutes
}

/** One show's sums in one currency. Money in minor units. */
export interface SumRow {
  readonly showId: string
  readonly currency: string
  readonly lastHour: number
  readonly today: number
  readonly givenBackToday: number
  readonly takenToday: number
  readonly refundedToday: number
}

export interface LastMinuteRow {
  readonly showId: string
  readonly sold: number
}

export type Sold = Board['sold']
export type Figures = Pick<Board, 'sold' | 'givenBackToday' | 'takingsToday'> & {
  /** By show: those of which anything was sold in the chart's hour or today. */
  readonly shows: ReadonlyMap<string, Sold>
}

/** Of a show of which nothing was sold lately. */
export const NOTHING: Sold = { lastMinute: 0, lastHour: 0, today: 0 }

export function figuresOf(sums: readonly SumRow[], lastMinute: readonly LastMinuteRow[]): Figures {
  const shows = new Map<string, Sold>()
  const add = (showId: string, more: Partial<Sold>) => shows.set(showId, plus(shows.get(showId) ?? NOTHING, more))
  for (const { showId, lastHour, today } of sums) if (lastHour + today > 0) add(showId, { lastHour, today })
  for (const { showId, sold } of lastMinute) add(showId, { lastMinute: sold })
  const takings = new Map<string, number>()
  for (const { currency, takenToday, refundedToday } of sums)
    if (takenToday + refundedToday > 0) takings.set(currency, (takings.get(currency) ?? 0) + takenToday - refundedToday)
  return {
    sold: [...shows.values()].reduce(plus, NOTHING),
    givenBackToday: sums.reduce((sum, { givenBackToday }) => sum + givenBackToday, 0),
    takingsToday: [...takings].map(([currency, amount]) => ({ amount, currency })).sort(byCurrency),
    shows,
  }
}

const plus = (one: Sold, more: Partial<Sold>): Sold => ({
  lastMinute: one.lastMinute + (more.lastMinute ?? 0),
  lastHour: one.lastHour + (more.lastHour ?? 0),
  today: one.today + (more.today ?? 0),
})

const byCurrency = (one: { currency: string }, other: { currency: string }) => (one.currency < other.currency ? -1 : 1)

/**
 * Which shows have a row: those that sold most today, and with the room that is left the next ones of the programme.
 * @param upcoming the soonest first
 */
export function chooseShows(shows: Figures['shows'], upcoming: readonly string[], room: number): string[] {
  const sellers = [...shows].filter(([, { today }]) => today > 0).sort(([, one], [, other]) => other.today - one.today)
  return [...new Set([...sellers.map(([showId]) => showId), ...upcoming])].slice(0, room)
}
