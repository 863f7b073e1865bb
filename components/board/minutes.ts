import type { Place } from '#lib/format/date.ts'

/** What was counted in the last hour, minute by minute, as a chart and as a table show it. */
export interface Minutes {
  readonly title: string
  /** What is counted. */
  readonly unit: string
  /** One a minute, the running one last; null where nothing is known. */
  readonly values: readonly (number | null)[]
  /** When the first of them began, milliseconds since 1970. */
  readonly firstMs: number
  readonly place: Place
}
