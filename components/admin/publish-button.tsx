'use client'

import { useId, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Change } from '#lib/config-review/difference.ts'
import { refusalWords } from '#lib/config-review/refusal-words.ts'
import type { Review } from '#lib/config-review/review.ts'
import { sentences } from '#lib/text/sentences.ts'
import { DifferenceList } from './difference-list.tsx'
import { usePublishDesk } from './publish-desk.tsx'
import type { PublishRefusal } from './publish-refusal.ts'
import { isUnderWay, type Publishing, publishingOf } from './publishings.ts'
import { ReviewList } from './review-list.tsx'

interface Props {
  readonly version: number
  /** It was live before. */
  readonly rollback: boolean
  readonly changes: readonly Change[]
  readonly review: Review
}

/**
 * Publishes a version, after saying what that changes. Not one that cannot be read, nor one with other addresses than the
 * live one; the server refuses those as well.
 */
export function PublishButton({ version, rollback, changes, review }: Props) {
  const t = useTranslations('admin')
  const words = useTranslations('review')
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const { publishings, publish } = usePublishDesk()
  const publishing = publishingOf(publishings, version)
  const otherHosts = changes.some((change) => change.of === 'host' && change.what !== 'primary')
  const busy = isUnderWay(publishing)
  return (
    <>
      <button
        type="button"
        className="button strong"
        aria-disabled={busy || undefined} // not disabled meanwhile: it would lose the focus
        onClick={busy ? undefined : () => dialog.current?.showModal()}
      >
        {t(rollback ? 'rollback' : 'publish')}
      </button>
      <PublishStatus publishing={publishing} />
      <dialog ref={dialog} aria-labelledby={title}>
        <h2 id={title}>{t(rollback ? 'rollbackTitle' : 'publishTitle', { version })}</h2>
        <DifferenceList changes={changes} />
        {otherHosts && <p className="note bad">{words('otherHosts')}</p>}
        <ReviewList review={review} />
        <form method="dialog" className="row">
          <button type="submit" className="button push">
            {t('cancel')}
          </button>
          <button
            type="submit"
            className="button strong"
            disabled={review.blocked || otherHosts}
            onClick={() => void publish(version)}
          >
            {t(rollback ? 'rollback' : 'publish')}
          </button>
        </form>
      </dialog>
    </>
  )
}

function PublishStatus({ publishing }: { readonly publishing: Publishing }) {
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
