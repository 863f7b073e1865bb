import { withLanguage } from '#lib/language/language-path.ts'
import { localesOf, prefixOf } from '#lib/language/languages.ts'
import type { Site } from '#lib/reseller/site.ts'

/** What belongs to one person, to staff or to programs. Their pages say `noindex` too; this saves the visits. */
const PRIVATE = ['/account', '/admin', '/checkout', '/inbox', '/orders', '/preview'] as const

/** A site's `robots.txt`. */
export function robotsText({ config }: Pick<Site, 'config'>, origin: string): string {
  const locales = localesOf(config)
  const closed = locales.flatMap((locale) => PRIVATE.map((path) => withLanguage(prefixOf(locale, locales), path)))
  return [
    'User-agent: *',
    ...[...closed, '/api/'].map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
}
