import type { ReactNode } from 'react'
import { AccountLink } from '#components/account/account-link.tsx'
import { InboxBell } from '#components/inbox/inbox-bell.tsx'
import { SiteLink } from '#components/language/site-link.tsx'
import { textsFor } from '#components/text/client-texts.ts'
import { langOfWords } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { Dateline } from './dateline.tsx'
import { FoldingMenu } from './folding-menu.tsx'
import styles from './header.module.css'
import { Wordmark } from './wordmark.tsx'

interface Props {
  readonly site: Site
  readonly languages: ReactNode
}

/** On top of every page. Each look lays it out its own way; on phones the navigation folds away without a script. */
export function Header({ site, languages }: Props) {
  const { locale } = site.config
  const t = translator(locale, 'site')
  const [account, bell] = [translator(locale, 'account'), translator(locale, 'bell')]
  return (
    <header className={`${styles.header} no-print`}>
      {site.config.theme.style === 'editorial' && <Dateline site={site} />}
      <div className={`frame ${styles.bar}`}>
        <Wordmark site={site} />
        {site.config.navigation.length > 0 && (
          <>
            <FoldingMenu className={styles.menu}>
              <summary>{t('openMenu')}</summary>
              <Navigation site={site} className={styles.sheet} />
            </FoldingMenu>
            <Navigation site={site} className={styles.navigation} />
          </>
        )}
        <div className={styles.own}>
          {languages}
          <InboxBell label={bell('label')} locale={locale} texts={textsFor(locale, ['bell'])} />
          <AccountLink
            className={styles.account}
            signIn={account('signIn')}
            account={account('account')}
            admin={account('admin')}
          />
        </div>
      </div>
    </header>
  )
}

function Navigation({ site, className }: { readonly site: Site; readonly className?: string }) {
  const t = translator(site.config.locale, 'site')
  return (
    <nav className={className} aria-label={t('mainNavigation')}>
      <ul>
        {site.config.navigation.map((link) => (
          <li key={link.href}>
            <SiteLink href={link.href} lang={langOfWords(site, link.label)}>
              {link.label}
            </SiteLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
