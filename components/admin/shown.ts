import type { PublishStanding, PutQuestion } from './publish-standing.ts'

/** What a dialog shows. */
export interface Shown {
  readonly question: PutQuestion | null
  /** Null before there is a question. */
  readonly step: PublishStanding['step'] | null
}

/**
 * Whether what was seen is what is shown now. The same question put anew is another one, and so is one that may be answered
 * again: its button did something else in between.
 */
export const isSeen = (seen: Shown | null, shown: Shown): boolean =>
  seen !== null && seen.question === shown.question && seen.step === shown.step
