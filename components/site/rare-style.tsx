'use client'

import { useEffect } from 'react'
import { useWhenIdle } from '#components/live/use-when-idle.ts'
import { addStyle, styleAt } from '#components/ui/add-style.ts'
import { rareIn } from '#lib/fonts/is-rare.ts'
import { whenTextHas } from './when-text-has.ts'

interface Props {
  /** The stylesheet that the page has or will have, with the family's common characters. */
  readonly common: string
  readonly rare: string
}

/**
 * A family's rare characters are in hundreds of rules, and text is laid out anew when they come: only to a page that shows one
 * (decision 0117).
 */
export function RareStyle({ common, rare }: Props) {
  const idle = useWhenIdle()
  useEffect(() => {
    const link = styleAt(common)
    if (!idle || !link || styleAt(rare)) return
    let stop = () => {}
    const look = () => {
      stop = whenTextHas(document.body, rareIn(rangesOf(link.sheet)), () => addStyle(rare))
    }
    if (link.sheet) look()
    else link.addEventListener('load', look, { once: true })
    return () => {
      link.removeEventListener('load', look)
      stop()
    }
  }, [idle, common, rare])
  return (
    <noscript>
      <link rel="stylesheet" href={rare} />
    </noscript>
  )
}

const rangesOf = (sheet: CSSStyleSheet | null): string[] =>
  [...(sheet?.cssRules ?? [])].flatMap((rule) =>
    rule instanceof CSSFontFaceRule ? rule.style.getPropertyValue('unicode-range') : [],
  )
