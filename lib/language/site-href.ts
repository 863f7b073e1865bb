import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { withLanguage } from './language-path.ts'
import { localesOf, prefixOf } from './languages.ts'

interface Speaking {
  readonly config: Pick<ResellerConfig, 'locale' | 'locales'>
}

/**
 * A plain path in the language that the site speaks; for redirects. Pages use `components/language/`, and mails have
 * theirs from the worker's `ownLink`.
 */
export const siteHref = ({ config }: Speaking, path: string): string =>
  withLanguage(prefixOf(config.locale, localesOf(config)), path)
