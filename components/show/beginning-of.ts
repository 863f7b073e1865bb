import type { Availability } from '#contracts/availability.ts'

interface Known {
  /** What the page was made with; null when core gave no answer, or the show had begun. */
  readonly initial: Availability | null
  /** What tickets began with until now. */
  readonly before: Availability | null
  /** Core's answer to this browser, where the page knew nothing. */
  readonly asked: Availability | undefined
}

/**
 * What tickets begin with; null while nobody knows. A page that is made anew while core is away knows less than the one
 * before it: then that one's is kept, with all that was chosen since.
 */
export const beginningOf = ({ initial, before, asked }: Known): Availability | null =>
  initial ?? before ?? asked ?? null
