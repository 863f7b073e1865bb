import type { SyncState } from '#contracts/storefront.ts'
import { versionNumber } from '#lib/preview/version-number.ts'

/** What the preview page puts side by side. */
export interface Previewed {
  readonly live: number
  readonly version: number
  /** No version was asked for, so the newest one is meant, also when a newer one comes. Who asked for one keeps it. */
  readonly follows: boolean
}

/**
 * @param asked the address's `version`; what is no version asks for none
 * @param state as it is stored now; a process may learn a moment later which version is live
 * @param known the version that this process has as live
 */
export function previewed(
  asked: unknown,
  { liveVersion, newestVersion }: Pick<SyncState, 'liveVersion' | 'newestVersion'>,
  known: number,
): Previewed {
  const live = liveVersion ?? known
  const version = versionNumber(asked)
  return version === null ? { live, version: newestVersion ?? live, follows: true } : { live, version, follows: false }
}
