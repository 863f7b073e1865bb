import type { Locale, ResellerConfig } from '#contracts/reseller-config.ts'
import { withLanguage } from '#lib/language/language-path.ts'
import { firstLocaleOf, localesOf, prefixOf } from '#lib/language/languages.ts'

/** A reseller's live brand, as mails wear it. */
export interface Brand {
  readonly resellerId: string
  readonly config: ResellerConfig
  /** Its uploaded logo as PNG, where somebody has read it: only mails carry it. */
  readonly logo?: Uint8Array | null
  /** Of its primary host, without a slash at the end: `https://tickets.example`. */
  readonly origin: string
}

/**
 * The language in which to write to somebody who chose `wanted`: that one as long as the site speaks it. A language that
 * was given up meanwhile, or never noted, is the site's first.
 */
export function languageFor({ config }: Pick<Brand, 'config'>, wanted: string | null): Locale {
  return localesOf(config).find((locale) => locale === wanted) ?? firstLocaleOf(config)
}

/**
 * A link on the reseller's own primary host: path, query and fragment of `link`, whatever host it named. Better one that
 * leads nowhere than one that leads to somebody else. `link` is a plain path, as everywhere; a page opens in `locale`.
 */
export function ownLink(brand: Pick<Brand, 'origin' | 'config'>, link: string, locale: Locale): string {
  const { pathname, search, hash } = new URL(link, brand.origin)
  const prefix = prefixOf(languageFor(brand, locale), localesOf(brand.config))
  return brand.origin + withLanguage(prefix, pathname + search + hash)
}
