import { type RefObject, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { StaffMember } from '#lib/accounts/staff.ts'

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly member: StaffMember
  readonly take: () => Promise<void>
}

/** Asks before somebody loses the pages and is signed out everywhere. */
export function TakeAccess({ dialog, member: { name, email }, take }: Props) {
  const t = useTranslations('admin')
  const title = useId()
  return (
    <dialog ref={dialog} aria-labelledby={title}>
      <h2 id={title}>{t('takeAccessTitle', { name })}</h2>
      <p className="muted">{email}</p>
      <p>{t('takeAccessText')}</p>
      <form method="dialog" className="row">
        <button type="submit" className="button push">
          {t('cancel')}
        </button>
        <button type="submit" className="button strong" onClick={take}>
          {t('takeAccess')}
        </button>
      </form>
    </dialog>
  )
}
