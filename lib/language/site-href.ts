import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { withLanguage } from './language-path.ts'
import { localesOf, prefixOf } from './languages.ts'

interface Speaking {
  readonly config: Pick<ResellerConfig, 'locale' | 'locales'>
}

/** A plain path in the language that the site speaks; for redirects and mails. Pages use `components/language/`. */
export const siteHref = ({ config }: Speaking, path: string): string =>
  withLanguage(prefixOf(config.locale, localesOf(config)), path)
