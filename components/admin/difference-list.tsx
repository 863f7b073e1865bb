'use client'

import { useTranslations } from 'use-intl/react'
import type { Change } from '#lib/config-review/difference.ts'
import { changeWords } from '#lib/config-review/review-words.ts'
import { Swatch } from './swatch.tsx'

/** What differs between two versions, in words, colours beside theirs. */
export function DifferenceList({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTranslations('review')
  if (changes.length === 0) return <p className="muted">{t('nothing')}</p>
  return (
    <ul className="plain-list">
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>
          {change.of === 'colour' && (
            <>
              <Swatch colour={change.from} /> → <Swatch colour={change.to} />{' '}
            </>
          )}
          {changeWords(t, change)}
        </li>
      ))}
    </ul>
  )
}
