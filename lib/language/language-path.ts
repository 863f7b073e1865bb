import type { Locale } from '#contracts/reseller-config.ts'
import { prefixOf } from './languages.ts'

/*
 * Where a language stands in an address. `proxy.ts` takes it off once, links put it on once; what is in between knows
 * plain paths only.
 */

/** Addresses that have no language: answers for programs, files, and what speaks for the whole host. */
const WITHOUT_LANGUAGE =
  /^\/(?:(?:api|media|fonts|realtime|_next)(?:[/?#]|$)|(?:favicon\.ico|robots\.txt|sitemap)(?:[-./?#]|$))/

export const isWithoutLanguage = (path: string): boolean => WITHOUT_LANGUAGE.test(path)

/** Pages that stand outside the site and its languages: the staff's own, and previews, whose language comes after. */
const BESIDE_THE_SITE = /^\/(?:admin|preview)(?:[/?#]|$)/

const hasNoPrefix = (path: string): boolean => isWithoutLanguage(path) || BESIDE_THE_SITE.test(path)

/** A path taken apart. `path` is what it would be in the first language. */
export interface LanguagePath {
  readonly locale: Locale
  readonly path: string
}

/**
 * Reads a path of a site. A prefix that is none of the site's is a path like any other, and so is the first language's
 * own: no page has two addresses.
 */
export function readLanguage(pathname: string, locales: readonly Locale[]): LanguagePath {
  const first = locales[0] as Locale
  for (const locale of locales) {
    const prefix = prefixOf(locale, locales)
    if (prefix === '' || (pathname !== prefix && !pathname.startsWith(`${prefix}/`))) continue
    const path = pathname.slice(prefix.length) || '/'
    return hasNoPrefix(path) ? { locale: first, path: pathname } : { locale, path }
  }
  return { locale: first, path: pathname }
}

/** An address of ours in the language of `prefix`; addresses elsewhere, and what has no language, as they are. */
export function withLanguage(prefix: string, href: string): string {
  if (prefix === '' || !href.startsWith('/') || href.startsWith('//') || hasNoPrefix(href)) return href
  return href === '/' ? prefix : `${prefix}${/^\/[?#]/.test(href) ? href.slice(1) : href}`
}

/**
 * The language that an answer for a program should be in. Our pages say theirs; a link or a form can only be judged by
 * the page it stands on. Anything else: the first.
 * @param headers `accept-language` counts only if it is exactly one of ours: a browser's own list is not a page's choice.
 */
export function languageOfCall(
  headers: { readonly acceptLanguage: string | null; readonly referer: string | null },
  host: string,
  locales: readonly Locale[],
): Locale {
  const said = locales.find((locale) => locale === headers.acceptLanguage)
  if (said) return said
  const page = headers.referer !== null && URL.canParse(headers.referer) ? new URL(headers.referer) : null
  return page?.hostname === host ? readLanguage(page.pathname, locales).locale : (locales[0] as Locale)
}
