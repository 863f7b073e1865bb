'use client'

import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl/react'
import { ROLES } from './role-step.ts'
import { StaffButton } from './staff-button.tsx'
import type { StaffChange } from './use-staff-change.ts'

/** Makes somebody staff who has an account here. */
export function StaffInvitation({ change, busy }: Pick<StaffChange, 'change' | 'busy'>) {
  const t = useTranslations('admin')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const [email, role] = [String(fields.get('email')), ROLES.find((one) => one === fields.get('role')) ?? 'viewer']
    if (await change('', { email, role }, t('staffAdded', { email, to: t(`role_${role}`) }))) form.reset()
  }
  return (
    <form className="fields" method="post" onSubmit={submit}>
      <div className="field">
        <label htmlFor="staff-email">{t('staffEmail')}</label>
        <input id="staff-email" name="email" type="email" required maxLength={254} autoComplete="off" />
      </div>
      <div className="field">
        <label htmlFor="staff-role">{t('role')}</label>
        <select id="staff-role" name="role" defaultValue="viewer">
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`role_${role}`)}
            </option>
          ))}
        </select>
      </div>
      <StaffButton type="submit" busy={busy}>
        {t('addStaff')}
      </StaffButton>
    </form>
  )
}
