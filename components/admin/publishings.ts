import type { Progress } from './publish-progress.ts'
import type { PublishRefusal } from './publish-refusal.ts'

export type Publishing =
  | Progress
  | { readonly step: 'idle' | 'asking' }
  /** The server refused, or could not be asked. */
  | { readonly step: 'failed'; readonly refusal: PublishRefusal }

/** What became of each publish that was asked for on a page, by version. */
export type Publishings = ReadonlyMap<number, Publishing>

export const publishingOf = (known: Publishings, version: number): Publishing => known.get(version) ?? { step: 'idle' }

export const isUnderWay = ({ step }: Publishing): boolean => step === 'asking' || step === 'publishing'

/** Whether there is something to be read about one of these versions. */
export const isToldOf = (known: Publishings, versions: readonly number[]): boolean =>
  versions.some((version) => publishingOf(known, version).step !== 'idle')

/**
 * Once the page says itself what is live, what was live before must not go on saying so; nor must what is live now, however
 * its publishing had seemed to end, once it is superseded.
 */
export const withoutLive = (known: Publishings, liveVersion: number | null): Publishings =>
  new Map([...known].filter(([version, { step }]) => step !== 'live' && version !== liveVersion))
