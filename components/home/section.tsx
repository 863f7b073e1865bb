import type { ReactNode } from 'react'
import { Below } from '#components/ui/below.tsx'
import styles from './section.module.css'

/** A part of a page under its own heading. */
interface Props {
  readonly title: string
  /** Of the title, if it is not the page's. */
  readonly lang?: string | undefined
  readonly children: ReactNode
}

export function Section({ title, lang, children }: Props) {
  return (
    <Below className={`frame ${styles.section}`}>
      <h2 className={styles.title} lang={lang}>
        {title}
      </h2>
      {children}
    </Below>
  )
}
