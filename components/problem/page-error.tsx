'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import styles from './problem.module.css'

/** A page that could not be made, mostly because core gives no answer. */
export function PageError({ retry }: { readonly retry: () => void }) {
  const t = useTranslations('problem')
  const router = useRouter()
  const again = () =>
    startTransition(() => {
      router.refresh()
      retry()
    })
  return (
    <div className={`frame ${styles.problem}`} role="alert">
      <h1>{t('coreDownTitle')}</h1>
      <p className={styles.text}>{t('coreDownText')}</p>
      <p className={styles.ways}>
        <Button size="large" onClick={again}>
          {t('retry')}
        </Button>
        <ButtonLink href="/" kind="quiet" size="large" prefetch={false}>
          {t('toShows')}
        </ButtonLink>
      </p>
    </div>
  )
}
