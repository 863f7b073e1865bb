import type { ConfigRefusal } from '#contracts/config-refusal.ts'
import type { SyncState } from '#contracts/storefront.ts'
import { causeOf } from './rejection-cause.ts'

/** How far a publish has come. */
export type Progress =
  | { readonly step: 'publishing' }
  | { readonly step: 'live' }
  /** Nothing is lost; it takes longer than it should. */
  | { readonly step: 'slow' }
  | { readonly step: 'rejected'; readonly cause: ConfigRefusal }

/** A publish is on every page within a second or so; after this long something on the way stands still. */
const SLOW_MS = 15_000

/**
 * @param before the state when the publish was asked for: a rejection that stood there already is an old one
 * @param waitedMs since then
 */
export function progressOf(version: number, before: SyncState, now: SyncState, waitedMs: number): Progress {
  if (now.liveVersion === version) return { step: 'live' }
  const old = rejectionOf(before, version)
  const rejection = rejectionOf(now, version)
  if (rejection && rejection.at !== old?.at) return { step: 'rejected', cause: causeOf(rejection) }
  return { step: waitedMs > SLOW_MS ? 'slow' : 'publishing' }
}

const rejectionOf = ({ rejections }: SyncState, version: number) =>
  rejections.find((rejection) => rejection.version === version && rejection.wasToBeLive)
