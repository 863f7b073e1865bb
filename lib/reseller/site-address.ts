import type { Locale } from '#contracts/reseller-config.ts'
import { localesOf, prefixOf } from '#lib/language/languages.ts'
import type { Site } from './site.ts'
import { speaking } from './speaking.ts'

/*
 * The `[host]` parameter of every route below `app/sites`: the host, and after a tilde, which no host has, the
 * language if it is not the first: `aurora.localhost`, `aurora.localhost~de`.
 */

export function siteAddress(host: string, locale: Locale, locales: readonly Locale[]): string {
  const prefix = prefixOf(locale, locales)
  return prefix === '' ? host : `${host}~${prefix.slice(1)}`
}

/** Where sites are found by their host. */
interface Directory {
  find(host: string): Promise<Site | null>
}

/** The site at an address, speaking the language that the address names; null when there is none. */
export async function siteAt(sites: Directory, address: string): Promise<Site | null> {
  const [host = '', language] = address.split('~', 2)
  const site = await sites.find(host)
  if (site === null) return null
  const locales = localesOf(site.config)
  const locale = locales.find((one) => prefixOf(one, locales) === (language === undefined ? '' : `/${language}`))
  return locale === undefined ? null : speaking(site, locale)
}
