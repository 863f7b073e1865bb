'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'
import { keptWayBack } from './kept-way-back.ts'
import { MailSent } from './mail-sent.tsx'

const FIELDS: readonly FieldSpec[] = [
  { name: 'name', kind: 'name' },
  { name: 'email', kind: 'email' },
  { name: 'password', kind: 'newPassword' },
]

/** @param next where they wanted to be, as `SignInForm` has it */
export function SignUpForm({ next }: { readonly next: string | null }) {
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
      findOut="mail"
      onSubmit={() => keptWayBack.keep(next)}
      onDone={({ email }) => setSentTo(email?.trim() ?? '')}
    />
  )
}
