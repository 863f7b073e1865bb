import type { ReactNode } from 'react'
import { SiteLink } from '#components/language/site-link.tsx'
import { legalPath, writtenLegalPages } from '#contracts/legal-pages.ts'
import { langOfWords } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './footer.module.css'
import { Mark } from './mark.tsx'

interface Props {
  readonly site: Site
  readonly languages: ReactNode
}

/** Under every page: how to reach a person, the reseller's own links and words. */
export function Footer({ site, languages }: Props) {
  const { footer, support, name, logo, locale, texts } = site.config
  const legalTitle = translator(locale, 'legal')
  const links = [
    ...footer.links,
    ...writtenLegalPages(site.config)
      .map((page) => ({ label: legalTitle(page), href: legalPath(page) }))
      .filter(({ href }) => footer.links.every((link) => link.href !== href)),
  ]
  const t = translator(locale, 'site')
  const orders = translator(locale, 'orders')
  return (
    <footer className={`${styles.footer} no-print`}>
      <div className={`frame ${styles.grid}`}>
        <div className={styles.brand}>
          {logo.mark !== 'none' && <Mark name={logo.mark} className={styles.mark} />}
          <p className={styles.tagline} lang={langOfWords(site, texts.tagline)}>
            {texts.tagline}
          </p>
        </div>
        <div className={styles.help}>
          <p className={styles.label}>{t('help')}</p>
          <a href={`mailto:${support.email}`}>{support.email}</a>
          <SiteLink href="/orders" prefetch={false}>
            {orders('listTitle')}
          </SiteLink>
          {support.phone && <a href={`tel:${support.phone.replace(/[^+\d]/g, '')}`}>{support.phone}</a>}
        </div>
        {links.length > 0 && (
          <nav aria-label={t('footerNavigation')}>
            <ul>
              {links.map((link) => (
                <li key={link.href}>
                  <SiteLink href={link.href} prefetch={prefetchOf(link.href)} lang={langOfWords(site, link.label)}>
                    {link.label}
                  </SiteLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {languages}
        <p className={styles.text} lang={langOfWords(site, footer.text)}>
          {footer.text}
        </p>
        <p className={styles.rights}>{t('rights', { year: String(new Date().getUTCFullYear()), name })}</p>
      </div>
      <p className={styles.echo} aria-hidden="true">
        {logo.wordmark}
      </p>
    </footer>
  )
}

/** Legal texts stand under every page and are hardly ever opened: nobody's browser fetches them beforehand. */
const prefetchOf = (href: string): false | null => (href.startsWith('/legal/') ? false : null)
