'use client'

import { Fragment } from 'react'
import { useTranslations } from 'use-intl/react'
import { SiteLink } from '#components/language/site-link.tsx'
import styles from './buyer-form.module.css'
import type { OrderTerm } from './order-terms.ts'

/** Beside the button that orders. In a tab of their own: what was typed here would be gone. */
export function OrderTerms({ terms }: { readonly terms: readonly OrderTerm[] }) {
  const t = useTranslations('checkout')
  if (terms.length === 0) return null
  return (
    <p className={styles.terms}>
      {t('readFirst')}{' '}
      {terms.map(({ href, label }, index) => (
        <Fragment key={href}>
          {index > 0 && ' · '}
          <SiteLink href={href} prefetch={false} target="_blank" rel="noreferrer">
            {label}
          </SiteLink>
        </Fragment>
      ))}
    </p>
  )
}
