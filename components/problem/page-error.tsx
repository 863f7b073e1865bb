'use client'

import { startTransition } from 'react'
import { useTranslations } from 'use-intl/react'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import type { StorefrontProblemType } from '#contracts/storefront.ts'
import styles from './problem.module.css'

const CORE_DOWN: StorefrontProblemType = 'storefront/core-unavailable'

interface Props {
  /** What Next tells of the error: the problem's type where the server knew it. */
  readonly digest: string | undefined
  readonly retry: () => void
}

/** A page that could not be made: core gives no answer, or the fault is ours. */
export function PageError({ digest, retry }: Props) {
  const t = useTranslations('problem')
  const router = useSiteRouter()
  const again = () =>
    startTransition(() => {
      router.refresh()
      retry()
    })
  return (
    <div className={`frame ${styles.problem}`} role="alert">
      <h1>{t(digest === CORE_DOWN ? 'coreDownTitle' : 'errorTitle')}</h1>
      <p className={styles.text}>{t(digest === CORE_DOWN ? 'coreDownText' : 'errorText')}</p>
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
