'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'
import { keptWayBack } from './kept-way-back.ts'
import { MailSent } from './mail-sent.tsx'

const FIELDS: readonly FieldSpec[] = [{ name: 'email', kind: 'email' }]

interface Props {
  readonly path: '/api/account/forgot' | '/api/account/resend'
  /** Where they wanted to be, as `SignInForm` has it. */
  readonly next: string | null
}

/** Asks for a link by mail: to choose a new password, or (`resend`) to confirm an address. */
export function ForgotForm({ path, next }: Props) {
  const t = useTranslations('account')
  const [sentTo, setSentTo] = useState<string | null>(null)
  if (sentTo !== null)
    return <MailSent email={sentTo} text={t('forgotSentText', { email: sentTo })} resendPath={path} />
  return (
    <AccountForm
      id="forgot"
      path={path}
      fields={FIELDS}
      submit={t('forgotSubmit')}
      findOut="mail"
      onSubmit={() => keptWayBack.keep(next)}
      onDone={({ email }) => setSentTo(email?.trim() ?? '')}
    />
  )
}
