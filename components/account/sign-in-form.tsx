'use client'

import { useTranslations } from 'use-intl/react'
import { useSiteHref } from '#components/language/language-context.tsx'
import styles from './account.module.css'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'
import { keptWayBack } from './kept-way-back.ts'

const FIELDS: readonly FieldSpec[] = [
  { name: 'email', kind: 'email' },
  { name: 'password', kind: 'password' },
]

interface Props {
  /** A plain path of this site, checked on the server; null where the page's address says none. */
  readonly next: string | null
  /** Where to otherwise. */
  readonly home: string
}

export function SignInForm({ next, home }: Props) {
  const t = useTranslations('account')
  const siteHref = useSiteHref()
  return (
    <AccountForm
      id="sign-in"
      path="/api/account/sign-in"
      fields={FIELDS}
      submit={t('signIn')}
      // Whoever has not confirmed their address yet is mailed a link by this, too.
      onSubmit={() => keptWayBack.keep(next)}
      onDone={() => {
        // The mail about an account that is there already leads here without a word of where somebody was.
        const target = next ?? keptWayBack.recall() ?? home
        keptWayBack.forget()
        // A page of its own again: everything that a guest's page holds is another's now.
        window.location.assign(siteHref(target))
      }}
    >
      <label className={styles.tick}>
        <input type="checkbox" name="remember" defaultChecked />
        {t('remember')}
      </label>
    </AccountForm>
  )
}
