import type { Locale, ResellerConfig } from '#contracts/reseller-config.ts'

/**
 * A demo reseller's legal texts and the signature of its mails, in each of its languages. What they say of the shop is
 * what it does; the companies are invented, and their imprints say so.
 */
export type DemoLegal<L extends Locale> = Readonly<Record<L, Required<Pick<ResellerConfig, 'legal' | 'mail'>>>>
