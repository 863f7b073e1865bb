import type { Problem } from '#contracts/problem.ts'
import { type ContrastFault, contrastFaults } from '#lib/config-review/contrast-report.ts'
import type { Storefront } from '#lib/storefront.ts'
import { configOf, serviceOf } from './versions.ts'

export type PublishOutcome =
  /** The reseller service has it as live; it reaches our pages as an event. */
  | { readonly outcome: 'published' }
  /** No such version, or one that this program cannot read and so cannot vouch for. */
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'unreadable'; readonly faults: readonly ContrastFault[] }
  | { readonly outcome: 'refused'; readonly problem: Problem }

/**
 * Publishes a version, new or old, through the reseller service, but none whose colours cannot be read: the same
 * report that the page shows is made here again, because pages can be passed by.
 * @throws ResellerServiceUnavailable
 */
export async function publishVersion(
  parts: Pick<Storefront, 'database' | 'resellerService'>,
  resellerId: string,
  version: number,
): Promise<PublishOutcome> {
  const config = await configOf(parts, resellerId, version)
  if (config === null) return { outcome: 'unknown' }
  const faults = contrastFaults(config.theme)
  if (faults.length > 0) return { outcome: 'unreadable', faults }
  const answer = await serviceOf(parts).publish(resellerId, version)
  if (answer.ok) return { outcome: 'published' }
  return answer.problem.type === 'reseller-service/not-found'
    ? { outcome: 'unknown' }
    : { outcome: 'refused', problem: answer.problem }
}
