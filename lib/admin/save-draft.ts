import { isDeepStrictEqual } from 'node:util'
import type { Problem } from '#contracts/problem.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Storefront } from '#lib/storefront.ts'
import { sameHosts } from './same-hosts.ts'
import { newestVersion, serviceOf, type Version } from './versions.ts'

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly version: number; readonly passed: boolean }
  /** Somebody saved since the editor was opened; nothing was written. */
  | { readonly outcome: 'newer'; readonly newest: Version }
  /** It names other addresses than the site has: those are added by whoever runs the platform. */
  | { readonly outcome: 'other-hosts' }
  | { readonly outcome: 'refused'; readonly problem: Problem }

interface NewVersion {
  readonly base: number
  readonly config: ResellerConfig
  readonly createdBy: string
}

/**
 * Saves a draft that was made from version `base`, unless somebody saved a newer one since. When the newer one is this very
 * draft, it arrived before and its answer was lost or late: then it is saved already. The reseller service has no
 * condition to save under, so two people who save in the same instant both get a version; neither is lost, and
 * `passed` tells the later one that another lies between.
 * @param hosts of the live version: what a draft may arrange where the newest version cannot be read
 * @throws ResellerServiceUnavailable
 */
export async function saveDraft(
  parts: Pick<Storefront, 'resellerService'>,
  resellerId: string,
  draft: NewVersion,
  hosts: readonly string[],
): Promise<SaveOutcome> {
  const newest = await newestVersion(parts, resellerId)
  if (newest !== null && isSameSave(newest, draft)) return { outcome: 'saved', version: newest.version, passed: false }
  if (newest !== null && newest.version !== draft.base) return { outcome: 'newer', newest }
  if (!sameHosts(draft.config.hosts, newest?.config?.hosts ?? hosts)) return { outcome: 'other-hosts' }
  const answer = await serviceOf(parts).createDraft(resellerId, draft.config, draft.createdBy)
  if (!answer.ok) return { outcome: 'refused', problem: answer.problem }
  const { version } = answer.value
  return { outcome: 'saved', version, passed: version !== draft.base + 1 }
}

const isSameSave = (newest: Version, { base, config, createdBy }: NewVersion): boolean =>
  newest.version === base + 1 && newest.createdBy === createdBy && isDeepStrictEqual(newest.config, config)
