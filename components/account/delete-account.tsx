'use client'

import { useTranslations } from 'use-intl/react'
import { useSiteHref } from '#components/language/language-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { useSecondLook } from '#components/ui/use-second-look.ts'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'

const FIELDS: readonly FieldSpec[] = [{ name: 'password', kind: 'password' }]

/** Deletes the account, after a second look and the password. */
export function DeleteAccount({ email }: { readonly email: string }) {
  const t = useTranslations('account')
  const siteHref = useSiteHref()
  const { asking, opener, ask, leave } = useSecondLook()
  if (!asking)
    return (
      <Button ref={opener} kind="quiet" onClick={ask}>
        {t('deleteStart')}
      </Button>
    )
  return (
    <AccountForm
      id="delete"
      path="/api/account/delete"
      fields={FIELDS}
      username={email}
      autoFocus
      submit={t('deleteSubmit')}
      kind="quiet"
      onDone={() => window.location.assign(siteHref('/account/goodbye'))}
    >
      <Button kind="plain" onClick={leave}>
        {t('cancel')}
      </Button>
    </AccountForm>
  )
}
