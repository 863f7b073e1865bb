import type { Problem } from '#contracts/problem.ts'
import type { NewPublish } from '#contracts/storefront.ts'
import { type ContrastFault, contrastFaults } from '#lib/config-review/contrast-report.ts'
import type { Storefront } from '#lib/storefront.ts'
import { sameHosts } from './same-hosts.ts'
import { configOf, liveHosts, serviceOf } from './versions.ts'

export type PublishOutcome =
  /** The reseller service has it as live; it reaches our pages as an event. */
  | { readonly outcome: 'published' }
  /** No such version, or one that this program cannot read and so cannot vouch for. */
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'unreadable'; readonly faults: readonly ContrastFault[] }
  /** It names other addresses than the site has: those are added and removed by whoever runs the platform. */
  | { readonly outcome: 'other-hosts' }
  /** Another version is live than people were told the difference from. */
  | { readonly outcome: 'other-live' }
  | { readonly outcome: 'refused'; readonly problem: Problem }

interface AskedVersion extends NewPublish {
  readonly version: number
}

/**
 * Publishes a version, new or old, through the reseller service, but none whose colours cannot be read: the same
 * report that the page shows is made here again, because pages can be passed by. Nor one with other addresses than the
 * live one: going back to it would take the site off one of them, or claim one that is somebody else's by now. Nor one
 * that was asked for while another was live here; the reseller service has no condition to publish under, so two that are
 * asked for in one instant both go through.
 * @param hosts of the version that is live here: what counts where the reseller service's live one is too old to be at hand
 * @throws ResellerServiceUnavailable
 */
export async function publishVersion(
  parts: Pick<Storefront, 'database' | 'resellerService'>,
  resellerId: string,
  { version, liveVersion }: AskedVersion,
  hosts: readonly string[],
): Promise<PublishOutcome> {
  const [config, live] = await Promise.all([configOf(parts, resellerId, version), liveHosts(parts, resellerId)])
  if (config === null) return { outcome: 'unknown' }
  const faults = contrastFaults(config.theme)
  if (faults.length > 0) return { outcome: 'unreadable', faults }
  if (!sameHosts(config.hosts, live ?? hosts)) return { outcome: 'other-hosts' }
  if (liveVersion !== undefined && ![liveVersion, version].includes(await liveHere(parts, resellerId)))
    return { outcome: 'other-live' }
  const answer = await serviceOf(parts).publish(resellerId, version)
  if (answer.ok) return { outcome: 'published' }
  return answer.problem.type === 'reseller-service/not-found'
    ? { outcome: 'unknown' }
    : { outcome: 'refused', problem: answer.problem }
}

/**
 * By our own pointer, as the page says it: what the reseller service has live may have been refused here, and would then be
 * in the way of every publish. One that is live already may be asked for again, because an answer was lost.
 */
async function liveHere({ database }: Pick<Storefront, 'database'>, resellerId: string): Promise<number | null> {
  const reseller = await database.reseller.findUnique({ where: { resellerId }, select: { liveVersion: true } })
  return reseller?.liveVersion ?? null
}
