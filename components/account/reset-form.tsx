'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'
import { DoneNotice } from './done-notice.tsx'

const FIELDS: readonly FieldSpec[] = [{ name: 'password', kind: 'newPassword' }]

export function ResetForm({ token }: { readonly token: string }) {
  const t = useTranslations('account')
  const [done, setDone] = useState(false)
  if (done) return <DoneNotice title={t('resetDoneTitle')} text={t('resetDoneText')} />
  return (
    <AccountForm
      id="reset"
      path="/api/account/reset"
      fields={FIELDS}
      extra={{ token }}
      submit={t('resetSubmit')}
      findOut="signIn"
      onDone={() => setDone(true)}
    />
  )
}
