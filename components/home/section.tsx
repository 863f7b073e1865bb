import type { ReactNode } from 'react'
import styles from './section.module.css'

/** A part of a page under its own heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={`frame ${styles.section}`}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  )
}
