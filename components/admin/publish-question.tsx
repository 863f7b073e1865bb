'use client'

import { type RefObject, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Change } from '#lib/config-review/difference.ts'
import type { Review } from '#lib/config-review/review.ts'
import { DifferenceList } from './difference-list.tsx'
import { ReviewList } from './review-list.tsx'
import { StaffButton } from './staff-button.tsx'

/** A version that somebody would publish, and what they should know before. */
export interface AskedPublish {
  readonly version: number
  /** It was live before. */
  readonly rollback: boolean
  readonly changes: readonly Change[]
  readonly review: Review
}

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>
  /** Null until there is something to ask about. */
  readonly asked: AskedPublish | null
  readonly publish: (version: number) => void
  readonly onClose?: () => void
}

/**
 * Says what a publish changes, and asks. Not for a version that cannot be read, nor for one with other addresses than the
 * live one; the server refuses those as well.
 */
export function PublishQuestion({ dialog, asked, publish, onClose }: Props) {
  const t = useTranslations('admin')
  const id = useId()
  const why = whyNot(asked)
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
      {asked && <About asked={asked} id={id} />}
      <form method="dialog" className="row">
        <button type="submit" className="button push">
          {t('cancel')}
        </button>
        <StaffButton
          type="submit"
          kind="strong"
          off={asked === null || why.length > 0}
          aria-describedby={why.map((one) => `${id}-${one}`).join(' ') || undefined}
          onClick={() => asked && publish(asked.version)}
        >
          {t(asked?.rollback ? 'rollback' : 'publish')}
        </StaffButton>
      </form>
    </dialog>
  )
}

function About({
  asked: { version, rollback, changes, review },
  id,
}: {
  readonly asked: AskedPublish
  readonly id: string
}) {
  const t = useTranslations('admin')
  const words = useTranslations('review')
  return (
    <>
      <h2 id={`${id}-title`}>{t(rollback ? 'rollbackTitle' : 'publishTitle', { version })}</h2>
      <DifferenceList changes={changes} />
      {hasOtherHosts(changes) && (
        <p id={`${id}-hosts`} className="note bad">
          {words('otherHosts')}
        </p>
      )}
      <ReviewList review={review} faultsId={`${id}-faults`} />
    </>
  )
}

/** The parts of the question that say why the answer cannot be yes. */
const whyNot = (asked: AskedPublish | null): ('hosts' | 'faults')[] => [
  ...(asked && hasOtherHosts(asked.changes) ? (['hosts'] as const) : []),
  ...(asked?.review.blocked ? (['faults'] as const) : []),
]

const hasOtherHosts = (changes: readonly Change[]): boolean =>
  changes.some((change) => change.of === 'host' && change.what !== 'primary')
