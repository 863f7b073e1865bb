import { type Decision, type Refusal, refusal } from './decide.ts'
import { unusableConfig } from './unusable-config.ts'

/** A version as the reseller service lists it. */
export interface ListedVersion {
  readonly version: number
  readonly config: unknown
}

/** What a listing adds to what is stored: the missing versions that are valid, and why the others are not. */
export function sortListed(
  listed: readonly ListedVersion[],
  stored: ReadonlySet<number>,
): { readonly store: Decision['store']; readonly refusals: readonly Refusal[] } {
  const missing = listed
    .filter(({ version }) => !stored.has(version))
    .map((version) => ({ ...version, fault: unusableConfig(version.config) }))
  return {
    store: missing.filter(({ fault }) => fault === null).map(({ version, config }) => ({ version, config })),
    refusals: missing.flatMap(({ version, fault }) => (fault === null ? [] : [refusal(version, 0, fault)])),
  }
}
