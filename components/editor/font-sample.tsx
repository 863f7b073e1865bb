'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { FontFamily } from '#contracts/theme.ts'
import styles from './site-editor.module.css'

/** Some words in a bundled font. Its stylesheet is fetched when it is chosen: all fourteen would weigh 400 KB. */
export function FontSample({ family }: { readonly family: FontFamily }) {
  const t = useTranslations('admin')
  const sample = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // Through the object model, because our pages allow no style attributes.
    sample.current?.style.setProperty('font-family', `${faceOf(family)}, sans-serif`)
  }, [family])
  return (
    <>
      <link rel="stylesheet" href={`/fonts/${family}.css`} precedence="default" />
      <p ref={sample} className={styles.sample}>
        {t('fontSample')}
      </p>
    </>
  )
}

/** The names under which the bundled stylesheets declare their faces. */
const faceOf = (family: FontFamily): string => {
  const name = family
    .split('-')
    .map((word) => (word === 'jp' ? 'JP' : `${word[0]?.toUpperCase()}${word.slice(1)}`))
    .join(' ')
  return `'${name} Variable', '${name}'`
}
