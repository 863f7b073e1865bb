import type { ShowSummary } from '#contracts/show.ts'

/** A page of shows as pages receive it. */
export interface ProgrammePage {
  readonly items: readonly ShowSummary[]
  readonly nextCursor: string | null
  /** Instant of the answer it stands on while core gives none; null when it is fresh. */
  readonly staleSince: string | null
}
