'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'
import { MailSent } from './mail-sent.tsx'

const FIELDS: readonly FieldSpec[] = [
  { name: 'name', kind: 'name' },
  { name: 'email', kind: 'email' },
  { name: 'password', kind: 'newPassword' },
]

export function SignUpForm() {
  const t = useTranslations('account')
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (sentTo !== null)
    return <MailSent email={sentTo} text={t('sentText', { email: sentTo })} resendPath="/api/account/resend" />
  return (
    <AccountForm
      id="sign-up"
      path="/api/account/sign-up"
      fields={FIELDS}
      submit={t('signUp')}
      onDone={({ email }) => setSentTo(email?.trim() ?? '')}
    />
  )
}
