import type { ConfigVersion } from '#contracts/config-event.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { storedConfig } from '#lib/preview/preview-site.ts'
import { type ResellerServiceClient, ResellerServiceUnavailable } from '#lib/reseller-service/client.ts'
import type { Storefront } from '#lib/storefront.ts'

/** A version as staff see it. `config` is null when this program cannot read what was stored. */
export interface Version {
  readonly version: number
  readonly status: ConfigVersion['status']
  readonly createdAt: string
  readonly createdBy: string
  readonly config: ResellerConfig | null
}

export interface VersionsPage {
  readonly items: readonly Version[]
  readonly nextCursor: string | null
}

/**
 * A page of versions from the reseller service, newest first; null for a cursor that is none.
 * @throws ResellerServiceUnavailable
 */
export async function listVersions(
  parts: Pick<Storefront, 'resellerService'>,
  resellerId: string,
  cursor?: string,
): Promise<VersionsPage | null> {
  const answer = await serviceOf(parts).listVersions(resellerId, cursor)
  if (!answer.ok) return null
  const { items, nextCursor } = answer.value
  return { items: items.map(readable), nextCursor }
}

const readable = (item: ConfigVersion): Version => ({
  ...item,
  config: ResellerConfig.safeParse(item.config).data ?? null,
})

/** The newest version, which an editor goes on from; null for a reseller that has none. @throws ResellerServiceUnavailable */
export async function newestVersion(
  parts: Pick<Storefront, 'resellerService'>,
  resellerId: string,
): Promise<Version | null> {
  const answer = await serviceOf(parts).listVersions(resellerId)
  const newest = answer.ok ? answer.value.items[0] : undefined // the service has pages only; the rest is not parsed
  return newest ? readable(newest) : null
}

/**
 * One version's content: from our own store, where versions never change, or, for one that has not arrived yet, from
 * the newest page of the reseller service. Null when neither has it, or it cannot be read.
 * @throws ResellerServiceUnavailable
 */
export async function configOf(
  parts: Pick<Storefront, 'database' | 'resellerService'>,
  resellerId: string,
  version: number,
): Promise<ResellerConfig | null> {
  const stored = await storedConfig(parts.database, resellerId, version)
  if (stored !== null) return stored
  const page = await listVersions(parts, resellerId)
  return page?.items.find((item) => item.version === version)?.config ?? null
}

/**
 * The addresses of the version that the reseller service has as live, which may not have reached us yet; null where that
 * one is older than the newest page, and so has long been here, or cannot be read.
 * @throws ResellerServiceUnavailable
 */
export async function liveHosts(
  parts: Pick<Storefront, 'resellerService'>,
  resellerId: string,
): Promise<readonly string[] | null> {
  const page = await listVersions(parts, resellerId)
  return page?.items.find(({ status }) => status === 'live')?.config?.hosts ?? null
}

/** @throws ResellerServiceUnavailable where the environment names none */
export function serviceOf({ resellerService }: Pick<Storefront, 'resellerService'>): ResellerServiceClient {
  if (resellerService === null) throw new ResellerServiceUnavailable('no reseller service is configured')
  return resellerService
}
