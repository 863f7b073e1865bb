import type { Change } from '#lib/config-review/difference.ts'
import type { Review } from '#lib/config-review/review.ts'

/** A version that somebody would publish, and what they should know before. */
export interface AskedPublish {
  readonly version: number
  /** It was live before. */
  readonly rollback: boolean
  readonly changes: readonly Change[]
  readonly review: Review
}

/** What a list of versions says at a moment. */
export interface Listed {
  /** Null while the reseller service does not say what there is. */
  readonly offers: readonly AskedPublish[] | null
  readonly liveVersion: number | null
  /** The version that the offers' changes start from: the live one, or what the process shows where that cannot be read. */
  readonly comparedWith: number
}

/** A question as it was put. */
export interface PutQuestion extends Omit<Listed, 'offers'> {
  readonly asked: AskedPublish
}

/** Whether a question may still be answered. */
export type PublishStanding =
  | { readonly step: 'open'; readonly asked: AskedPublish }
  /** Something else went live meanwhile, so a publish would change something else than was said. */
  | { readonly step: 'changed' | 'live' | 'gone' | 'away'; readonly asked: AskedPublish }

/** @returns null where the list has no such version to publish */
export function putQuestion(version: number, { offers, liveVersion, comparedWith }: Listed): PutQuestion | null {
  const asked = offers?.find((offer) => offer.version === version)
  return asked ? { asked, liveVersion, comparedWith } : null
}

/**
 * Two versions differ as they differ, so a question holds for as long as the same one is live, even when newer drafts have
 * pushed its version off the list, or there is no list for a moment.
 */
export function publishStanding({ asked, ...put }: PutQuestion, now: Listed): PublishStanding {
  const { version } = asked
  const newest = now.offers?.find((offer) => offer.version === version)
  if (put.liveVersion === now.liveVersion && put.comparedWith === now.comparedWith)
    return { step: 'open', asked: newest ?? asked }
  if (now.liveVersion === version) return { step: 'live', asked }
  if (now.offers === null) return { step: 'away', asked }
  return newest ? { step: 'changed', asked: newest } : { step: 'gone', asked }
}
