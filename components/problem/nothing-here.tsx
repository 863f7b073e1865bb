'use client'

import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import styles from './problem.module.css'

/** Not-found pages get no parameters, so their words come from the browser's texts. */
export function NothingHere({ kind }: { readonly kind: 'notFound' | 'showNotFound' }) {
  const t = useTranslations('problem')
  return (
    <div className={`frame ${styles.problem}`}>
      <p className={styles.number} aria-hidden="true">
        404
      </p>
      <h1>{t(`${kind}Title`)}</h1>
      <p className={styles.text}>{t(`${kind}Text`)}</p>
      <ButtonLink href="/shows" size="large">
        {t('toShows')}
      </ButtonLink>
    </div>
  )
}
