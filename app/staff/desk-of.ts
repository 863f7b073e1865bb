import { cookies } from 'next/headers'
import type { Locale } from '#contracts/reseller-config.ts'
import { inStaffLanguage, STAFF_LANGUAGE_COOKIE, staffLanguage } from '#lib/language/staff-language.ts'
import type { Site } from '#lib/reseller/site.ts'
import { siteOf } from '../site-of.ts'

interface Desk {
  /** As it is: for what is read, saved and linked to. */
  readonly site: Site
  /** For what is shown: in {@link locale}, see `inStaffLanguage`. */
  readonly spoken: Site
  /** The language of the staff's pages in this browser: the one chosen here, or the site's first. */
  readonly locale: Locale
}

/** The site that a page of the staff's is about, and the language that it speaks. */
export async function deskOf(params: Promise<{ readonly host: string }>): Promise<Desk> {
  const site = await siteOf(params)
  const chosen = (await cookies()).get(STAFF_LANGUAGE_COOKIE.name)
  const spoken = inStaffLanguage(site, staffLanguage(chosen?.value))
  return { site, spoken, locale: spoken.config.locale }
}
