import type { Metadata } from 'next'
import { legalPath } from '#contracts/legal-pages.ts'
import { LEGAL_PAGES, type LegalPage } from '#contracts/reseller-config.ts'
import type { Site } from '#lib/reseller/site.ts'
import { shortened } from '#lib/seo/shortened.ts'
import { translator } from '#lib/text/translator.ts'
import { pageMetadata } from '../../../../page-metadata.ts'

/** One of a site's legal texts, in the language that the site speaks where it was translated. */
export interface LegalText {
  readonly site: Site
  readonly page: LegalPage
  readonly text: string
}

/** @param asked the last part of the address; null for what is no legal page, and for one that the reseller did not write */
export function legalTextOf(site: Site, asked: string): LegalText | null {
  const page = LEGAL_PAGES.find((name) => name === asked)
  const text = page && site.config.legal?.[page]
  return page && text ? { site, page, text } : null
}

/** The head of its page, as every page has it that anybody may find; described by its beginning. */
export function legalMetadata({ site, page, text }: LegalText): Metadata {
  const { locale, name } = site.config
  const title = translator(locale, 'legal')(page)
  const own = { path: legalPath(page), title, description: shortened(text) }
  return pageMetadata(site, { ...own, image: '/card.png', imageAlt: name })
}
