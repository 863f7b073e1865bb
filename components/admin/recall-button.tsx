'use client'

import { useMutation } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { send } from '#components/api/send.ts'
import { reasonOfError } from './problem-reason.ts'
import { StaffButton } from './staff-button.tsx'

interface Props {
  readonly id: string
  readonly text: string
  /** What became of it, in words. */
  readonly tell: (said: string) => void
}

/** Takes an announcement back, after asking once. */
export function RecallButton({ id, text, tell }: Props) {
  const t = useTranslations('staffAnnouncements')
  const problems = useTranslations('admin')
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const recalling = useMutation({
    mutationFn: () => send(`/api/admin/announcements/${id}`, { method: 'DELETE' }),
    onSuccess: () => tell(t('recalled')),
    onError: (error) => tell(problems(`problem_${reasonOfError(error)}`)),
  })
  return (
    <>
      <StaffButton busy={recalling.isPending || recalling.isSuccess} onClick={() => dialog.current?.showModal()}>
        {t('recall')}
        <span className="visually-hidden">: {text.slice(0, 80)}</span>
      </StaffButton>
      <dialog ref={dialog} aria-labelledby={title}>
        <h2 id={title}>{t('recallTitle')}</h2>
        <p>{text}</p>
        <p className="muted">{t('recallText')}</p>
        <form method="dialog" className="row">
          <button type="submit" className="button push">
            {t('keep')}
          </button>
          <button type="submit" className="button strong" onClick={() => recalling.mutate()}>
            {t('recall')}
          </button>
        </form>
      </dialog>
    </>
  )
}
