'use client'

import { type RefObject, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Change } from '#lib/config-review/difference.ts'
import { DifferenceList } from './difference-list.tsx'
import { pressOnce } from './press-once.ts'
import type { AskedPublish, PublishStanding } from './publish-standing.ts'
import { ReviewList } from './review-list.tsx'
import { StaffButton } from './staff-button.tsx'

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>
  /** Null until there is something to ask about. */
  readonly standing: PublishStanding | null
  /** Whether it has stood there for long enough to have been seen. */
  readonly seen: boolean
  /** Puts the question anew. */
  readonly ask: (version: number) => void
  readonly publish: (version: number) => void
  readonly onClose?: () => void
}

/**
 * Says what a publish changes, and asks. Not for a version that cannot be read, nor for one with other addresses than the
 * live one; nor once something else is live, when the same button puts the question anew. The server refuses all of those
 * as well. A press that was meant for what stood here a moment ago publishes nothing: the button rests until what it
 * stands under now could be seen, and a key that is held down presses it once.
 */
export function PublishQuestion({ dialog, standing, seen, ask, publish, onClose }: Props) {
  const t = useTranslations('admin')
  const id = useId()
  const why = whyNot(standing)
  const changed = standing?.step === 'changed'
  const answer = () => {
    if (standing === null) return
    const { version } = standing.asked
    if (changed) return ask(version)
    publish(version)
    dialog.current?.close()
  }
  return (
    <dialog ref={dialog} aria-labelledby={`${id}-title`} onClose={onClose} data-follows>
      {standing && <About standing={standing} id={id} />}
      <form method="dialog" className="row">
        <button type="submit" className="button push">
          {t('cancel')}
        </button>
        {/* Never the form's own: the next question stands there before a browser looks what its press was to send. */}
        <StaffButton
          kind="strong"
          off={standing === null || why.length > 0 || (standing.step === 'open' && !seen)}
          aria-describedby={why.map((one) => `${id}-${one}`).join(' ') || undefined}
          onKeyDown={pressOnce}
          onClick={answer}
        >
          {t(changed ? 'publishAnew' : standing?.asked.rollback ? 'rollback' : 'publish')}
        </StaffButton>
      </form>
    </dialog>
  )
}

const MEANWHILE = {
  changed: 'publishChanged',
  live: 'publishIsLive',
  gone: 'publishGone',
  away: 'publishAway',
} as const

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
