import { legalPath, writtenLegalPages } from '#contracts/legal-pages.ts'
import type { Site } from '#lib/reseller/site.ts'
import { pageAddresses } from './page-addresses.ts'

/*
 * A site's pages for search engines. Up to a limit they are one file; beyond it, that file becomes the index of
 * several. When a page last changed is not said, because core does not tell.
 */

/** The protocol allows 50,000 addresses and 50 MB; with five languages' alternates this many are some 4 MB. */
export const ADDRESSES_PER_FILE = 5_000

/** Pages that every site has, besides those of its shows and of the legal texts that were written. */
const STANDING_PAGES = ['/', '/shows'] as const

type SiteLanguages = Pick<Site, 'config'>

/** Every page's plain path. */
const pagesOf = ({ config }: SiteLanguages, showIds: readonly string[]): string[] => [
  ...STANDING_PAGES,
  ...writtenLegalPages(config).map(legalPath),
  ...showIds.map((id) => `/shows/${encodeURIComponent(id)}`),
]

function partsOf(site: SiteLanguages, showIds: readonly string[]): string[][] {
  const pages = pagesOf(site, showIds)
  const perFile = Math.floor(ADDRESSES_PER_FILE / (site.config.locales?.length ?? 1))
  return Array.from({ length: Math.ceil(pages.length / perFile) }, (_, part) =>
    pages.slice(part * perFile, (part + 1) * perFile),
  )
}

/** `/sitemap.xml`: all pages, or where the parts are. */
export function sitemapText(site: SiteLanguages, origin: string, showIds: readonly string[]): string {
  const parts = partsOf(site, showIds)
  if (parts.length === 1) return pagesText(site, origin, parts[0] ?? [])
  const files = parts.map((_, index) => `<sitemap><loc>${xml(`${origin}/sitemap/${index + 1}.xml`)}</loc></sitemap>`)
  return document('sitemapindex', files)
}

/** `/sitemap/<part>.xml`, counted from 1; null when there is no such part. */
export function sitemapPartText(site: SiteLanguages, origin: string, showIds: readonly string[], part: number) {
  const parts = partsOf(site, showIds)
  const pages = parts.length > 1 ? parts[part - 1] : undefined
  return pages === undefined ? null : pagesText(site, origin, pages)
}

function pagesText(site: SiteLanguages, origin: string, pages: readonly string[]): string {
  const urls = pages.flatMap((path) => {
    const { byLocale, other } = pageAddresses(site, origin, path)
    const alternates = [...byLocale, ['x-default', other] as const].map(
      ([locale, address]) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${xml(address)}"/>`,
    )
    const others = byLocale.length > 1 ? alternates.join('') : ''
    return byLocale.map(([, address]) => `<url><loc>${xml(address)}</loc>${others}</url>`)
  })
  return document('urlset', urls)
}

const document = (root: string, lines: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...lines,
    `</${root}>`,
    '',
  ].join('\n')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const xml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
