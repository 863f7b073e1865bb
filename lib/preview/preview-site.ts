import { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Database } from '#lib/database/database.ts'
import { localesOf, prefixOf } from '#lib/language/languages.ts'
import type { Site } from '#lib/reseller/site.ts'
import { speaking } from '#lib/reseller/speaking.ts'
import type { Storefront } from '#lib/storefront.ts'
import { isPreviewLinkGood } from './preview-links.ts'
import { type AskedPreview, previewKey } from './preview-path.ts'
import { readPreviewToken } from './preview-token.ts'

/** Whether the person who asks is staff of this site, in any role; asked only for previews by version number. */
export type IsStaff = (site: Site) => Promise<boolean>

/**
 * The site as a preview shows it: another version's configuration under the same reseller and host. Null for
 * whatever is not to be seen: no such version, no right, a token that is over, revoked, or another reseller's.
 * @param site the live site of the host that was asked; a preview never leaves its reseller
 */
export async function previewSite(
  parts: Pick<Storefront, 'database' | 'environment'>,
  site: Site,
  { key, prefix }: AskedPreview,
  isStaff: IsStaff,
): Promise<Site | null> {
  const version = await versionToShow(parts, site, key, isStaff)
  if (version === null) return null
  const config = await storedConfig(parts.database, site.resellerId, version)
  if (config === null) return null
  const { resellerId, host, primaryHost } = site
  const shown: Site = { resellerId, host, primaryHost, version, config, preview: { version, base: `/preview/${key}` } }
  // The version's own languages count: it may bring one that the live site lacks. One that it has given up is shown in
  // its first, so that it can still be looked at beside the live site.
  const locales = localesOf(config)
  const locale = locales.find((one) => prefixOf(one, locales) === prefix)
  return locale === undefined ? shown : speaking(shown, locale)
}

async function versionToShow(
  parts: Pick<Storefront, 'database' | 'environment'>,
  site: Site,
  key: string,
  isStaff: IsStaff,
): Promise<number | null> {
  const asked = previewKey(key)
  if (asked === null) return null
  if (asked.by === 'version') return (await isStaff(site)) ? asked.version : null
  const claim = readPreviewToken(parts.environment.secret, site.resellerId, asked.token, Date.now())
  return claim !== null && (await isPreviewLinkGood(parts, site.resellerId, claim)) ? claim.version : null
}

/** A version as the worker stored it; null when it has not come, or cannot be read. */
export async function storedConfig(
  database: Database,
  resellerId: string,
  version: number,
): Promise<ResellerConfig | null> {
  const row = await database.configVersion.findUnique({ where: { resellerId_version: { resellerId, version } } })
  return ResellerConfig.safeParse(row?.config).data ?? null
}
