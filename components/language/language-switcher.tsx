import { previewAddress } from '#components/preview/preview-href.ts'
import { withLanguage } from '#lib/language/language-path.ts'
import { languageOf, localesOf, nameOf, prefixOf } from '#lib/language/languages.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { LanguageLink } from './language-link.tsx'
import styles from './language-switcher.module.css'

interface Props {
  readonly site: Pick<Site, 'config' | 'preview'>
  /** What is being looked at, path and query, as in the first language. */
  readonly path: string
}

/**
 * The same page in the site's other languages, each by its own name. A site with one language has none. In a preview each
 * step loads its page whole, so what the server says of the address stays true.
 */
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
          const href = withLanguage(prefix, path)
          const name = (
            <>
              <span className={styles.code}>{languageOf(locale)}</span>
              <span className={styles.name}>{nameOf(locale, locales)}</span>
            </>
          )
          return (
            <li key={locale}>
              {site.preview ? (
                <a
                  href={previewAddress(site.preview.base, href)}
                  hrefLang={locale}
                  lang={locale}
                  aria-current={current ? 'true' : undefined}
                >
                  {name}
                </a>
              ) : (
                <LanguageLink
                  locale={locale}
                  prefix={prefix}
                  ownPrefix={prefixOf(site.config.locale, locales)}
                  href={href}
                  current={current}
                >
                  {name}
                </LanguageLink>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
