import type { SyncState } from '#contracts/storefront.ts'
import type { Version } from './versions.ts'

/** Something between the reseller service and the pages that does not go as it should. */
export type SyncProblem =
  /** The worker does not run, or does not keep up: what was announced since may be missing. Null: it has never said. */
  | { readonly of: 'behind'; readonly workedTo: string | null }
  /** Live at the reseller service, and not here: under way for a moment, or lost. What was refused is told elsewhere. */
  | { readonly of: 'liveElsewhere'; readonly version: number }
  /** The reseller service has a newer version than has come here. */
  | { readonly of: 'newerElsewhere'; readonly version: number }
  /** It could not be asked, so whether everything has come here is not known. */
  | { readonly of: 'serviceAway' }

/**
 * What is wrong with the way of versions to us, by what the reseller service itself says. Pure.
 * @param newest its newest versions, newest first. A live one that is not among them is older, and nothing is said of it.
 */
export function syncProblems(
  { liveVersion, newestVersion, rejections, behind }: SyncState,
  newest: readonly Pick<Version, 'version' | 'status'>[] | 'away',
): SyncProblem[] {
  const problems: SyncProblem[] = behind ? [{ of: 'behind', ...behind }] : []
  if (newest === 'away') return [...problems, { of: 'serviceAway' }]
  const refused = (version: number) => rejections.some((rejection) => rejection.version === version)
  const live = newest.find(({ status }) => status === 'live')?.version
  const last = newest[0]?.version
  if (live !== undefined && live !== liveVersion && !refused(live))
    problems.push({ of: 'liveElsewhere', version: live })
  if (last !== undefined && last > (newestVersion ?? 0) && last !== live && !refused(last))
    problems.push({ of: 'newerElsewhere', version: last })
  return problems
}
