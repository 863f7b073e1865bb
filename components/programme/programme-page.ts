import type { ShowSummary } from '#contracts/show.ts'

/** A page of shows as pages receive it. */
export interface ProgrammePage {
  readonly items: readonly ShowSummary[]
  readonly nextCursor: string | null
  /** How many there are on all pages; absent where core does not count. */
  readonly total?: number | undefined
  /** Where the shows are that match everything but the city; absent where core does not say. */
  readonly cities?: readonly City[] | undefined
  /** Instant of the answer it stands on while core gives none; null when it is fresh. */
  readonly staleSince: string | null
}

export interface City {
  readonly name: string
  readonly shows: number
}
