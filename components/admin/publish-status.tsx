'use client'

import { useTranslations } from 'use-intl/react'
import { refusalWords } from '#lib/config-review/refusal-words.ts'
import { sentences } from '#lib/text/sentences.ts'
import type { PublishRefusal } from './publish-refusal.ts'
import { isUnderWay, type Publishing } from './publishings.ts'

/** What has become of a publish so far; nothing where there was none. */
export function PublishStatus({ publishing }: { readonly publishing: Publishing }) {
  const t = useTranslations('admin')
  const words = useTranslations('review')
  return (
    <span role="status">
      {isUnderWay(publishing) ? (
        <span className="badge warn">{t('status_publishing')}</span>
      ) : publishing.step === 'live' ? (
        <span className="badge good">{t('status_live')}</span>
      ) : publishing.step === 'slow' ? (
        <span>{t('publishSlow')}</span>
      ) : publishing.step === 'rejected' ? (
        <span className="note bad">
          {t('publishRejected', { reason: sentences(...refusalWords(words, publishing.cause)) })}
        </span>
      ) : publishing.step === 'failed' ? (
        <span className="note bad">
          <RefusalWords refusal={publishing.refusal} />
        </span>
      ) : null}
    </span>
  )
}

function RefusalWords({ refusal }: { readonly refusal: PublishRefusal }) {
  const t = useTranslations('admin')
  const words = useTranslations('review')
  switch (refusal.why) {
    case 'unreadable':
      return sentences(t('problem_unreadable'), ...refusal.mends)
    case 'otherHosts':
      return words('otherHosts')
    default:
      return t(`problem_${refusal.why}`)
  }
}
