'use client'

import { startTransition } from 'react'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import styles from './problem.module.css'
import { useProblemWords } from './problem-context.tsx'
import { saidOfError } from './said-of-error.ts'

interface Props {
  /** What Next tells of the error, see `saidOfError`. */
  readonly digest: string | undefined
  readonly retry: () => void
}

/** A page that could not be made, or that failed in the browser. */
export function PageError({ digest, retry }: Props) {
  const words = useProblemWords()
  const { title, text } = saidOfError(digest, words)
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
          {words.retry}
        </Button>
        <ButtonLink href="/" kind="quiet" size="large" prefetch={false}>
          {words.toShows}
        </ButtonLink>
      </p>
    </div>
  )
}
