'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { AccountForm } from './account-form.tsx'
import { DoneNotice } from './done-notice.tsx'

/** A button and no more: programs that look at the links of a mail must not use them up. */
export function VerifyForm({ token }: { readonly token: string }) {
  const t = useTranslations('account')
  const [done, setDone] = useState(false)
  if (done) return <DoneNotice title={t('verifiedTitle')} text={t('verifiedText')} />
  return (
    <AccountForm
      id="verify"
      path="/api/account/verify"
      fields={[]}
      extra={{ token }}
      submit={t('verifySubmit')}
      findOut="signIn"
      onDone={() => setDone(true)}
    />
  )
}
