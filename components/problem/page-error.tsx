'use client'

import { startTransition } from 'react'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import type { StorefrontProblemType } from '#contracts/storefront.ts'
import styles from './problem.module.css'
import { useProblemWords } from './problem-context.tsx'

const CORE_DOWN: StorefrontProblemType = 'storefront/core-unavailable'

interface Props {
  /** What Next tells of the error: the problem's type where the server knew it. */
  readonly digest: string | undefined
  readonly retry: () => void
}

/** A page that could not be made: core gives no answer, or the fault is ours. */
export function PageError({ digest, retry }: Props) {
  const { failed, coreDown, retry: again, toShows } = useProblemWords()
  const { title, text } = digest === CORE_DOWN ? coreDown : failed
  const router = useSiteRouter()
  const tryAgain = () =>
    startTransition(() => {
      router.refresh()
      retry()
    })
  return (
    <div className={`frame ${styles.problem}`} role="alert">
      <h1>{title}</h1>
      <p className={styles.text}>{text}</p>
      <p className={styles.ways}>
        <Button size="large" onClick={tryAgain}>
          {again}
        </Button>
        <ButtonLink href="/" kind="quiet" size="large" prefetch={false}>
          {toShows}
        </ButtonLink>
      </p>
    </div>
  )
}
