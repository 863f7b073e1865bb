'use client'

import { useTranslations } from 'use-intl/react'
import { useSiteHref } from '#components/language/language-context.tsx'
import styles from './account.module.css'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'

const FIELDS: readonly FieldSpec[] = [
  { name: 'email', kind: 'email' },
  { name: 'password', kind: 'password' },
]

/** @param next a plain path of this site, checked on the server */
export function SignInForm({ next }: { readonly next: string }) {
  const t = useTranslations('account')
  const siteHref = useSiteHref()
  return (
    <AccountForm
      id="sign-in"
      path="/api/account/sign-in"
      fields={FIELDS}
      submit={t('signIn')}
      // A page of its own again: everything that a guest's page holds is another's now.
      onDone={() => window.location.assign(siteHref(next))}
    >
      <label className={styles.tick}>
        <input type="checkbox" name="remember" defaultChecked />
        {t('remember')}
      </label>
    </AccountForm>
  )
}
