'use client'

import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { StaffMember } from '#lib/accounts/staff.ts'
import { isolated } from '#lib/text/isolated.ts'
import { StaffInvitation } from './staff-invitation.tsx'
import { StaffRole } from './staff-role.tsx'
import { useStaffChange } from './use-staff-change.ts'

interface Props {
  readonly members: readonly StaffMember[]
  /** Only owners say who else is staff; the server says so as well. */
  readonly mayChange: boolean
  /** Whose account this is. */
  readonly self: string
}

/** Who works here and in which role. */
export function StaffList({ members, mayChange, self }: Props) {
  const t = useTranslations('admin')
  const heading = useRef<HTMLHeadingElement>(null)
  const { change, said, problem, busy } = useStaffChange()
  return (
    <section className="panel" aria-labelledby="staff">
      <h2 id="staff" ref={heading} tabIndex={-1}>
        {t('staff')}
      </h2>
      <ul className="plain-list">
        {members.map((member) => (
          <li key={member.accountId} className="row">
            <span>
              <strong>{isolated(member.name)}</strong> <span className="muted">{member.email}</span>{' '}
              {member.accountId === self && <span className="badge">{t('you')}</span>}
            </span>
            <span className="push row">
              {mayChange ? (
                <StaffRole member={member} change={change} busy={busy} heading={heading} />
              ) : (
                <span className="badge">{t(`role_${member.role}`)}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {mayChange && <StaffInvitation change={change} busy={busy} />}
      <p role="alert" className="fault">
        {problem}
      </p>
    </section>
  )
}
