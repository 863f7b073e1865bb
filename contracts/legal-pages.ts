import { LEGAL_PAGES, type LegalPage, type ResellerConfig } from './reseller-config.ts'

/** The legal pages that a site has: those whose text its reseller wrote. */
export const writtenLegalPages = ({ legal }: Pick<ResellerConfig, 'legal'>): LegalPage[] =>
  LEGAL_PAGES.filter((page) => legal?.[page])

/** Its plain path. */
export const legalPath = (page: LegalPage): string => `/legal/${page}`
