import { z } from 'zod'
import { BOARD_MINUTES } from './board-minutes.ts'
import { CoreId, Instant, ShowVersion } from './ids.ts'
import { Currency } from './money.ts'

/**
 * Shows with a row. The board follows the stream of each for its viewers, a connection follows 32 streams, and a dozen
 * must be left for the other tabs of the same browser.
 */
export const BOARD_SHOWS = 20

const Tickets = z.int().min(0)

/** Tickets sold: in the last sixty seconds, in the minutes of the chart, and since midnight. */
const Sold = z.object({ lastMinute: Tickets, lastHour: Tickets, today: Tickets })

/** What can be held of each tier, as of one version of the show. */
const Left = z.object({ version: ShowVersion, tiers: z.record(CoreId, z.int().min(0)) })

export const BoardShow = z.object({
  id: CoreId,
  title: z.string(),
  /** Of the title (BCP 47), where it is not the reseller's first one. */
  language: z.string().optional(),
  startsAt: Instant,
  /** The venue's. */
  timeZone: z.string(),
  sold: Sold,
  /** Null when core could not be asked. */
  left: Left.nullable(),
})

/** `GET /api/admin/board`: what one reseller sells, now. Nothing in it is another reseller's. */
export const Board = z.object({
  asOf: Instant,
  /**
   * There when sales may be missing, since counting is behind: all sales before `countedTo` are in the figures. Null when
   * nobody has said how far it is.
   */
  behind: z.object({ countedTo: Instant.nullable() }).optional(),
  /** The reseller's, in which a day begins at midnight; `dayBegan` is when today did. */
  timeZone: z.string(),
  dayBegan: Instant,
  sold: Sold,
  /** Tickets that came back today from cancelled or refunded orders, whenever those were bought. */
  givenBackToday: Tickets,
  /** Paid today less what was paid back today, so it may be below zero; in minor units, one line per currency. */
  takingsToday: z.array(z.object({ amount: z.int(), currency: Currency })),
  /** When the first of `minutes` began. */
  firstMinute: Instant,
  /** Tickets sold in each minute; the last one is running. */
  minutes: z.array(Tickets).length(BOARD_MINUTES),
  /** The soonest first; null when core could not be asked. */
  shows: z.array(BoardShow).max(BOARD_SHOWS).nullable(),
  /** Tickets sold today of shows that have no row. */
  soldElsewhere: Tickets,
})

export type Board = z.infer<typeof Board>
export type BoardShow = z.infer<typeof BoardShow>
