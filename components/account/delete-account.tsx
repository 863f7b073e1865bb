'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useSiteHref } from '#components/language/language-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'

const FIELDS: readonly FieldSpec[] = [{ name: 'password', kind: 'password' }]

/** Deletes the account, after a second look and the password. */
export function DeleteAccount({ email }: { readonly email: string }) {
  const t = useTranslations('account')
  const siteHref = useSiteHref()
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('deleteStart')}
      </Button>
    )
  return (
    <AccountForm
      id="delete"
      path="/api/account/delete"
      fields={FIELDS}
      username={email}
      submit={t('deleteSubmit')}
      kind="quiet"
      onDone={() => window.location.assign(siteHref('/account/goodbye'))}
    >
      <Button kind="plain" onClick={() => setAsking(false)}>
        {t('cancel')}
      </Button>
    </AccountForm>
  )
}
