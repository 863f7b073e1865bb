'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import type { StaffMember } from '#lib/accounts/staff.ts'
import { isolated } from '#lib/text/isolated.ts'

const ROLES = ['viewer', 'editor', 'owner'] as const

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
  const { change, problem, busy } = useStaffChange()
  return (
    <section className="panel" aria-labelledby="staff">
      <h2 id="staff">{t('staff')}</h2>
      <ul className="plain-list">
        {members.map((member) => (
          <li key={member.accountId} className="row">
            <span>
              <strong>{isolated(member.name)}</strong> <span className="muted">{member.email}</span>{' '}
              {member.accountId === self && <span className="badge">{t('you')}</span>}
            </span>
            <span className="push row">
              {mayChange ? (
                <select
                  className="button"
                  aria-label={t('roleOf', { name: member.name })}
                  value={member.role}
                  disabled={busy}
                  onChange={({ target }) => change(`/${member.accountId}`, { role: target.value || null })}
                >
                  {ROLES.map((role) => (
                    <option key={role} value={role}>
                      {t(`role_${role}`)}
                    </option>
                  ))}
                  <option value="">{t('roleNone')}</option>
                </select>
              ) : (
                <span className="badge">{t(`role_${member.role}`)}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mayChange && <Invitation busy={busy} invite={(email, role) => change('', { email, role })} />}
      <p role="alert" className="fault">
        {problem}
      </p>
    </section>
  )
}

function Invitation({
  busy,
  invite,
}: {
  readonly busy: boolean
  readonly invite: (email: string, role: string) => void
}) {
  const t = useTranslations('admin')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    invite(String(form.get('email')), String(form.get('role')))
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
      <button className="button" type="submit" disabled={busy}>
        {t('addStaff')}
      </button>
    </form>
  )
}

function useStaffChange() {
  const t = useTranslations('admin')
  const { refresh } = useRouter()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const change = async (path: string, body: object) => {
    setBusy(true)
    setProblem('')
    try {
      await call(`/api/admin/staff${path}`, { method: 'POST', body })
      refresh()
    } catch (error) {
      const type = problemOf(error)?.type
      if (type === 'storefront/last-owner') setProblem(t('lastOwner'))
      else setProblem(t(type === 'storefront/not-found' ? 'unknownAccount' : 'failedText'))
    }
    setBusy(false)
  }
  return { change, problem, busy }
}
