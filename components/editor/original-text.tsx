import { useTranslations } from 'use-intl/react'
import type { Locale } from '#contracts/reseller-config.ts'
import styles from './site-editor.module.css'

interface Props {
  /** What it is called. */
  readonly name: string
  readonly text: string
  readonly lang: Locale
}

/** What is to be translated, where it is pages long: folded, so that it does not part the fields around it. */
export function OriginalText({ name, text, lang }: Props) {
  const title = useTranslations('editor')('slotOriginal', { name })
  return (
    <details>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it */}
      <section className={`muted ${styles.original}`} aria-label={title} tabIndex={0}>
        <p lang={lang}>{text}</p>
      </section>
    </details>
  )
}
