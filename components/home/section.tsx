import { Activity, type ReactNode } from 'react'
import styles from './section.module.css'

/** A part of a page under its own heading. */
interface Props {
  readonly title: string
  /** Of the title, if it is not the page's. */
  readonly lang?: string | undefined
  readonly children: ReactNode
}

/**
 * Woken in a task of its own, as `Below` is, but laid out at once: the rows of lists in it are `.below` themselves, and
 * one within another would come only when it is seen, not when it is near.
 */
export function Section({ title, lang, children }: Props) {
  return (
    <Activity>
      <section className={`frame ${styles.section}`}>
        <h2 className={styles.title} lang={lang}>
          {title}
        </h2>
        {children}
      </section>
    </Activity>
  )
}
