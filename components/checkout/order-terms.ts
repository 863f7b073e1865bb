import { legalPath, writtenLegalPages } from '#contracts/legal-pages.ts'
import type { LegalPage, ResellerConfig } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'

/** What somebody should be able to read before they order. */
export interface OrderTerm {
  readonly label: string
  readonly href: string
}

const BEFORE_ORDERING: readonly LegalPage[] = ['terms', 'privacy']

/** Those of a reseller's legal texts that an order has to do with, where they are written. */
export function orderTerms(config: Pick<ResellerConfig, 'legal' | 'locale'>): OrderTerm[] {
  const label = translator(config.locale, 'legal')
  const written = writtenLegalPages(config)
  return BEFORE_ORDERING.filter((page) => written.includes(page)).map((page) => ({
    label: label(page),
    href: legalPath(page),
  }))
}
