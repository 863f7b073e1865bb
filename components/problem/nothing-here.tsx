'use client'

import { ButtonLink } from '#components/ui/button.tsx'
import styles from './problem.module.css'
import { useProblemWords } from './problem-context.tsx'
import type { Sought } from './problem-words.ts'

export function NothingHere({ kind }: { readonly kind: Sought }) {
  const { nothing, toShows, findOrder } = useProblemWords()
  const { title, text } = nothing[kind]
  return (
    <div className={`frame ${styles.problem}`}>
      <p className={styles.number} aria-hidden="true">
        404
      </p>
      <h1>{title}</h1>
      <p className={styles.text}>{text}</p>
      <ButtonLink href="/shows" size="large">
        {toShows}
      </ButtonLink>
      {kind === 'order' && (
        <ButtonLink href="/orders/find" kind="quiet" prefetch={false}>
          {findOrder}
        </ButtonLink>
      )}
    </div>
  )
}
