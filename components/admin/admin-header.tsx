'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl/react'
import type { AdminPage } from '#lib/admin/admin-pages.ts'
import { isolated, listed } from '#lib/text/isolated.ts'
import styles from './admin-header.module.css'
import { StaffLanguageChoice, type StaffLanguages } from './staff-language-choice.tsx'

/** On a phone the links scroll sideways, and the one to this page must be in sight. By hand, since the page itself must not move. */
function bringIntoSight(here: HTMLAnchorElement | null): void {
  const ways = here?.closest('nav')
  if (here && ways) ways.scrollLeft = here.offsetLeft - (ways.clientWidth - here.offsetWidth) / 2
}

interface Props {
  readonly name: string
  readonly languages: StaffLanguages
  /** Who is signed in; null for somebody who is no staff, and is shown no way around. */
  readonly who: { readonly name: string; readonly role: 'viewer' | 'editor' | 'owner' } | null
  /** The pages that they may open. */
  readonly pages: readonly Pick<AdminPage, 'href' | 'text'>[]
}

export function AdminHeader({ name, languages, who, pages }: Props) {
  const t = useTranslations('admin')
  const path = usePathname()
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link href="/admin" className={styles.name}>
          {isolated(name)} <span>{t('title')}</span>
        </Link>
        {who && <p className={styles.who}>{listed([who.name, t(`role_${who.role}`)])}</p>}
        {who && <StaffLanguageChoice {...languages} />}
        <a href="/account" className={styles.away}>
          {t('account')}
        </a>
        <a href="/" className={styles.away}>
          {t('toSite')}
        </a>
      </div>
      {who && (
        <nav aria-label={t('navigation')} className={styles.navigation}>
          <ul>
            {pages.map(({ href, text }) => (
              <li key={href}>
                <Link
                  href={href}
                  ref={path === href ? bringIntoSight : null}
                  aria-current={path === href ? 'page' : undefined}
                >
                  {t(text)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}
