'use client'

import type { ReactNode, Ref } from 'react'
import { IconButton } from '#components/ui/icon-button.tsx'
import styles from './announcement-card.module.css'

interface Props {
  readonly ref?: Ref<HTMLElement>
  readonly text: string
  /** Set where the text is in another language than the page. */
  readonly lang?: string | undefined
  readonly label: string
  readonly dismissLabel: string
  readonly onDismiss?: () => void
  /** Where it leads. */
  readonly children?: ReactNode
}

/** An announcement as visitors see it, over the foot of whatever it stands in. */
export function AnnouncementCard({ ref, text, lang, label, dismissLabel, onDismiss, children }: Props) {
  return (
    <section ref={ref} className={`${styles.bar} no-print`} aria-label={label} data-testid="announcement">
      <p className={styles.text} lang={lang} dir="auto">
        {text} {children}
      </p>
      <IconButton icon="close" label={dismissLabel} onClick={onDismiss} />
    </section>
  )
}
