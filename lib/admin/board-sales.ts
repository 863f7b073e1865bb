import type { Board } from '#contracts/board.ts'
import { NOTIFICATIONS_GROUP, TOPICS } from '#contracts/topics.ts'
import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'
import { dayStart } from '#lib/format/day-start.ts'
import { behindOf, readWorkedTo } from './behind.ts'
import { boardSpan, everyMinute, type Figures, figuresOf, type LastMinuteRow, type MinuteRow, type SumRow } from './board-figures.ts' // biome-ignore format: one line

/** What one reseller sold, as of a moment of the database's clock, by which the worker counted it. */
export interface BoardSales extends Figures {
  readonly nowMs: number
  readonly dayBeganMs: number
  readonly chartFromMs: number
  readonly behind: Board['behind']
  readonly minutes: readonly number[]
}

/** Reads what the worker counted for a reseller. @param timeZone in which its day begins */
export function readSales(database: Database, resellerId: string, timeZone: string): Promise<BoardSales> {
  return asReseller(database, resellerId, async (transaction) => {
    const [clock] = await transaction.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
    const nowMs = (clock?.now ?? new Date()).getTime()
    const dayBeganMs = dayStart(nowMs, timeZone)
    const { chartFromMs, fromMs } = boardSpan(nowMs, dayBeganMs)
    // Before the figures: what is counted in between is in them.
    const behind = behindOf(await readWorkedTo(transaction, NOTIFICATIONS_GROUP, TOPICS.coreOrders.name), nowMs)
    const minutes = await readMinutes(transaction, resellerId, new Date(chartFromMs))
    const sums = await readSums(transaction, resellerId, {
      from: new Date(fromMs),
      chartFrom: new Date(chartFromMs),
      dayBegan: new Date(dayBeganMs),
    })
    const lastMinute = await readLastMinute(transaction, resellerId)
    return {
      ...figuresOf(sums, lastMinute),
      behind: behind && { countedTo: behind.workedTo },
      ...{ nowMs, dayBeganMs, chartFromMs, minutes: everyMinute(minutes, chartFromMs) },
    }
  })
}

const readMinutes = (transaction: ResellerTransaction, resellerId: string, from: Date): Promise<MinuteRow[]> =>
  transaction.$queryRaw<MinuteRow[]>`
    SELECT minute, sum(sold)::int AS sold FROM sale_minute
    WHERE reseller_id = ${resellerId} AND minute >= ${from} GROUP BY minute`

interface Since {
  readonly from: Date
  readonly chartFrom: Date
  readonly dayBegan: Date
}

/** Money comes as `float8`, which is exact up to nine thousand million million of the smallest unit. */
const readSums = (
  transaction: ResellerTransaction,
  resellerId: string,
  { from, chartFrom, dayBegan }: Since,
): Promise<SumRow[]> =>
  transaction.$queryRaw<SumRow[]>`
    SELECT show_id AS "showId", currency,
      coalesce(sum(sold) FILTER (WHERE minute >= ${chartFrom}), 0)::int AS "lastHour",
      coalesce(sum(sold) FILTER (WHERE minute >= ${dayBegan}), 0)::int AS today,
      coalesce(sum(given_back) FILTER (WHERE minute >= ${dayBegan}), 0)::int AS "givenBackToday",
      coalesce(sum(taken) FILTER (WHERE minute >= ${dayBegan}), 0)::float8 AS "takenToday",
      coalesce(sum(refunded) FILTER (WHERE minute >= ${dayBegan}), 0)::float8 AS "refundedToday"
    FROM sale_minute WHERE reseller_id = ${resellerId} AND minute >= ${from} GROUP BY show_id, currency`

/** To the second, which minutes do not know. */
const readLastMinute = (transaction: ResellerTransaction, resellerId: string): Promise<LastMinuteRow[]> =>
  transaction.$queryRaw<LastMinuteRow[]>`
    SELECT show_id AS "showId", sum(tickets)::int AS sold FROM counted_sale
    WHERE reseller_id = ${resellerId} AND what = 'sold' AND at > now() - INTERVAL '1 minute' GROUP BY show_id`
