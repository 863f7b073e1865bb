'use client'

import { type FormEvent, type RefObject, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { StaffMember } from '#lib/accounts/staff.ts'
import { ROLES, type RoleChoice, roleStep } from './role-step.ts'
import type { StaffChange } from './use-staff-change.ts'

interface Props extends Pick<StaffChange, 'change' | 'busy'> {
  readonly member: StaffMember
  /** Where somebody who works with the keyboard goes on from when this row is gone. */
  readonly heading: RefObject<HTMLElement | null>
}

/** Somebody's role, to be chosen and then saved. */
export function StaffRole({ member, change, busy, heading }: Props) {
  const t = useTranslations('admin')
  const { name, role } = member
  const select = useRef<HTMLSelectElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const [choice, choose] = useRoleChoice(member)
  const step = roleStep(role, choice)

  const save = async () => {
    const done = choice === '' ? t('accessTaken', { name }) : t('roleSaved', { name, to: t(`role_${choice}`) })
    if (!(await change(`/${member.accountId}`, { role: choice || null }, done))) return
    // The button that was pressed goes as soon as the page knows.
    const next = choice === '' ? heading : select
    next.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (step === 'ask') dialog.current?.showModal()
    if (step === 'save') void save()
  }
  return (
    <>
      <form className="row" method="post" onSubmit={submit}>
        <select
          ref={select}
          className="button"
          aria-label={t('roleOf', { name })}
          value={choice}
          onChange={({ target }) => choose(target.value as RoleChoice)}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`role_${one}`)}
            </option>
          ))}
          <option value="">{t('roleNone')}</option>
        </select>
        {step !== 'nothing' && (
          <button type="submit" className="button strong" aria-disabled={busy || undefined}>
            {t('saveRole')}
            <span className="visually-hidden">: {t('roleOf', { name })}</span>
          </button>
        )}
      </form>
      <TakeAccess dialog={dialog} member={member} take={save} />
    </>
  )
}

interface TakeProps {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly member: StaffMember
  readonly take: () => Promise<void>
}

/** Asks before somebody loses the pages and is signed out everywhere. */
function TakeAccess({ dialog, member: { name, email }, take }: TakeProps) {
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

/** A choice lasts until it is saved, or a colleague gives that person another role. */
function useRoleChoice({ role }: StaffMember) {
  const [known, setKnown] = useState(role)
  const [choice, choose] = useState<RoleChoice>(role)
  if (known !== role) {
    setKnown(role)
    choose(role)
  }
  return [choice, choose] as const
}
