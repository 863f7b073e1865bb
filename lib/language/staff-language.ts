import { Locale, type ResellerConfig } from '#contracts/reseller-config.ts'
import { localesOf } from './languages.ts'

/** Sent for the staff's pages only: a cookie that came with the shop's would keep those from being everybody's. */
export const STAFF_LANGUAGE_COOKIE = { name: 'staff-language', path: '/admin', maxAgeS: 365 * 24 * 60 * 60 } as const

/**
 * The language that one of the staff chose, as their browser says it: the cookie's value, or what their pages say in
 * `accept-language`. Null for anything that is not exactly one of ours.
 */
export const staffLanguage = (said: string | null | undefined): Locale | null => Locale.safeParse(said).data ?? null

interface Speaking {
  readonly config: Pick<ResellerConfig, 'locale' | 'locales'>
}

/**
 * A site as somebody of its staff reads about it, which may be in a language that it has not itself. Its own languages stay,
 * and so do the reseller's words: only ours change. For what is shown; what is asked for, linked to or saved is the site's own.
 */
export const inStaffLanguage = <S extends Speaking>(site: S, locale: Locale | null): S =>
  locale === null ? site : { ...site, config: { ...site.config, locale, locales: [...localesOf(site.config)] } }

/** A site as who asks reads about it: the staff's pages say their language in `accept-language`. */
export const asAsked = <S extends Speaking>(site: S, headers: Pick<Headers, 'get'>): S =>
  inStaffLanguage(site, staffLanguage(headers.get('accept-language')))
