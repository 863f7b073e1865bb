'use client'

import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import styles from './problem.module.css'

type Kind = 'page' | 'show' | 'hold' | 'order'

/** Not-found pages get no parameters, so their words come from the browser's texts. */
export function NothingHere({ kind }: { readonly kind: Kind }) {
  const t = useTranslations('problem')
  const { title, text } = useWords(kind)
  return (
    <div className={`frame ${styles.problem}`}>
      <p className={styles.number} aria-hidden="true">
        404
      </p>
      <h1>{title}</h1>
      <p className={styles.text}>{text}</p>
      <ButtonLink href="/shows" size="large">
        {t('toShows')}
      </ButtonLink>
      {kind === 'order' && (
        <ButtonLink href="/orders/find" kind="quiet" prefetch={false}>
          {t('findOrder')}
        </ButtonLink>
      )}
    </div>
  )
}

function useWords(kind: Kind): { title: string; text: string } {
  const problem = useTranslations('problem')
  const hold = useTranslations('hold')
  const order = useTranslations('order')
  switch (kind) {
    case 'page':
      return { title: problem('notFoundTitle'), text: problem('notFoundText') }
    case 'show':
      return { title: problem('showNotFoundTitle'), text: problem('showNotFoundText') }
    case 'hold':
      return { title: hold('unknownTitle'), text: hold('unknownText') }
    case 'order':
      return { title: order('unknownTitle'), text: order('unknownText') }
  }
}
