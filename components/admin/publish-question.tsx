'use client'

import { type RefObject, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Change } from '#lib/config-review/difference.ts'
import { DifferenceList } from './difference-list.tsx'
import type { AskedPublish, PublishStanding } from './publish-standing.ts'
import { ReviewList } from './review-list.tsx'
import { StaffButton } from './staff-button.tsx'

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>
  /** Null until there is something to ask about. */
  readonly standing: PublishStanding | null
  /** Puts the question anew. */
  readonly ask: (version: number) => void
  readonly publish: (version: number) => void
  readonly onClose?: () => void
}

/**
 * Says what a publish changes, and asks. Not for a version that cannot be read, nor for one with other addresses than the
 * live one; the server refuses those as well. Nor once something else is live: a press that was meant for what stood here
 * before publishes nothing, it is asked anew.
 */
export function PublishQuestion({ dialog, standing, ask, publish, onClose }: Props) {
  const t = useTranslations('admin')
  const id = useId()
  const why = whyNot(standing)
  const changed = standing?.step === 'changed'
  const answer = () => {
    if (standing) (changed ? ask : publish)(standing.asked.version)
  }
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={onClose} data-follows>
      {standing && <About standing={standing} id={id} />}
      <form method="dialog" className="row">
        <button type="submit" className="button push">
          {t('cancel')}
        </button>
        <StaffButton
          type={changed ? 'button' : 'submit'}
          kind="strong"
          off={standing === null || why.length > 0}
          aria-describedby={why.map((one) => `${id}-${one}`).join(' ') || undefined}
          onClick={answer}
        >
          {t(changed ? 'publishAnew' : standing?.asked.rollback ? 'rollback' : 'publish')}
        </StaffButton>
      </form>
    </dialog>
  )
}

const MEANWHILE = { changed: 'publishChanged', live: 'publishIsLive', gone: 'publishGone' } as const

function About({ standing, id }: { readonly standing: PublishStanding; readonly id: string }) {
  const t = useTranslations('admin')
  const { step, asked } = standing
  const { version, rollback } = asked
  return (
    <>
      <h2 id={`${id}-title`}>{t(rollback ? 'rollbackTitle' : 'publishTitle', { version })}</h2>
      <div role="alert">
        {step !== 'open' && (
          <p id={`${id}-meanwhile`} className="note warn">
            {t(MEANWHILE[step], { version })}
          </p>
        )}
      </div>
      {step === 'open' && <Effect asked={asked} id={id} />}
    </>
  )
}

function Effect({ asked: { changes, review }, id }: { readonly asked: AskedPublish; readonly id: string }) {
  const words = useTranslations('review')
  return (
    <>
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
function whyNot(standing: PublishStanding | null): ('meanwhile' | 'hosts' | 'faults')[] {
  if (standing === null || standing.step === 'changed') return []
  if (standing.step !== 'open') return ['meanwhile']
  const { changes, review } = standing.asked
  return [...(hasOtherHosts(changes) ? (['hosts'] as const) : []), ...(review.blocked ? (['faults'] as const) : [])]
}

const hasOtherHosts = (changes: readonly Change[]): boolean =>
  changes.some((change) => change.of === 'host' && change.what !== 'primary')
