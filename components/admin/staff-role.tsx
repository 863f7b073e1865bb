'use client'

import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { StaffMember } from '#lib/accounts/staff.ts'
import { ROLES, type RoleChoice, roleStep } from './role-step.ts'
import { StaffButton } from './staff-button.tsx'
import { TakeAccess } from './take-access.tsx'
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
          <StaffButton type="submit" kind="strong" busy={busy}>
            {t('saveRole')}
            <span className="visually-hidden">: {t('roleOf', { name })}</span>
          </StaffButton>
        )}
      </form>
      <TakeAccess dialog={dialog} member={member} take={save} />
    </>
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
