'use client'

import { useTranslations } from 'use-intl/react'
import type { Review } from '#lib/config-review/review.ts'
import { faultWords, gapWords } from '#lib/config-review/review-words.ts'
import { Swatch } from './swatch.tsx'

/** What cannot be read, which stops a publish, and what is missing, which does not. */
export function ReviewList({ review, faultsId }: { readonly review: Review; readonly faultsId?: string }) {
  const t = useTranslations('review')
  const words = useTranslations('admin')
  const { faults, gaps } = review
  if (faults.length + gaps.length === 0) return <p className="note good">{words('reviewClean')}</p>
  return (
    <>
      {faults.length > 0 && (
        <div id={faultsId} className="note bad">
          <h3>{words('reviewBlocked', { count: faults.length })}</h3>
          <ul className="plain-list">
            {faults.map((fault) => (
              <li key={`${fault.use} ${fault.front} ${fault.ground} ${fault.frontColour}`}>
                <Swatch colour={fault.frontColour} /> <Swatch colour={fault.groundColour} /> {faultWords(t, fault)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {gaps.length > 0 && (
        <div className="note warn">
          <h3>{words('reviewGaps', { count: gaps.length })}</h3>
          <ul className="plain-list">
            {gaps.map((gap) => (
              <li key={JSON.stringify(gap)}>{gapWords(t, gap)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
