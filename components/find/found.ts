import type { ProgrammePage } from '#components/programme/programme-page.ts'
import type { ShowDays } from '#contracts/show.ts'
import type { ActiveFilter } from './active-filters.ts'

/** What a query of the list leads to. */
export interface Found {
  /** Null when core cannot be reached. */
  readonly programme: ProgrammePage | null
  /** Null when it is not wanted, or core cannot be reached. */
  readonly calendar: ShowCalendar | null
  /** When nothing was found: what to give up, most found first. */
  readonly ways: readonly Way[]
}

export interface ShowCalendar {
  /** The page that is open, `2026-12`. */
  readonly month: string
  /** All days to come that have shows, at their venues, whatever the page. */
  readonly days: ShowDays['days']
}

export interface Way extends ActiveFilter {
  /** How many there are without this filter. */
  readonly shows: number
}
