import { withLanguage } from '#lib/language/language-path.ts'
import { languageOf, localesOf, nameOf, prefixOf } from '#lib/language/languages.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { LanguageLink } from './language-link.tsx'
import styles from './language-switcher.module.css'

interface Props {
  readonly site: Pick<Site, 'config'>
  /** What is being looked at, path and query, as in the first language. */
  readonly path: string
}

/** The same page in the site's other languages, each by its own name. A site with one language has none. */
export function LanguageSwitcher({ site, path }: Props) {
  const locales = localesOf(site.config)
  if (locales.length < 2) return null
  const t = translator(site.config.locale, 'site')
  return (
    <nav className={styles.switcher} aria-label={t('languages')}>
      <ul>
        {locales.map((locale) => {
          const prefix = prefixOf(locale, locales)
          const current = locale === site.config.locale
          return (
            <li key={locale}>
              <LanguageLink
                locale={locale}
                prefix={prefix}
                ownPrefix={prefixOf(site.config.locale, locales)}
                href={withLanguage(prefix, path)}
                current={current}
              >
                <span className={styles.code}>{languageOf(locale)}</span>
                <span className={styles.name}>{nameOf(locale, locales)}</span>
              </LanguageLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
