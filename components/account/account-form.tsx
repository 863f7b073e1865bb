'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import styles from './account.module.css'
import { type FieldSpec, PASSWORD_MAX } from './check-fields.ts'
import { type FindOut, FormReason } from './form-reason.tsx'
import { type AccountFormOptions, useAccountForm } from './use-account-form.ts'

interface Props extends AccountFormOptions {
  /** Names the fields' elements; one page may have several forms. */
  readonly id: string
  readonly submit: string
  readonly kind?: 'primary' | 'quiet'
  /** What is in a field at first. */
  readonly initial?: Readonly<Record<string, string>>
  /** For password managers on forms that show no address: whose password it is. */
  readonly username?: string
  /** Whether the first field takes the focus: of a form that stands where a button was. */
  readonly autoFocus?: boolean
  /** How somebody finds out whether it worked, where no answer came. */
  readonly findOut?: FindOut | undefined
  readonly children?: ReactNode
}

/** The one form of all account pages: labelled fields, faults beside them, one button. */
export function AccountForm(props: Props) {
  const { id, submit, kind, initial = {}, username, autoFocus = false, findOut, children, ...options } = props
  const t = useTranslations('account')
  const { faults, reason, busy, submit: send } = useAccountForm(options)
  const [shown, setShown] = useState(false)
  const count = Object.keys(faults).length
  const triesPassword = options.fields.some(({ kind }) => kind === 'password')
  const hasPassword = triesPassword || options.fields.some(({ kind }) => kind === 'newPassword')
  return (
    // `post`, so that a browser whose scripts have not come yet puts no password into an address.
    <form className={styles.form} method="post" onSubmit={send} noValidate>
      <p role="status" className="visually-hidden">
        {count > 0 ? t('errors', { count }) : ''}
      </p>
      {username && (
        <input type="text" name="username" autoComplete="username" defaultValue={username} hidden readOnly />
      )}
      {options.fields.map((field, index) => (
        <Field
          {...looksOf(field, shown)}
          key={field.name}
          id={`${id}-${field.name}`}
          name={field.name}
          label={t(labelOf(field))}
          hint={field.kind === 'newPassword' ? t('passwordHint') : undefined}
          error={faults[field.name] && t(faults[field.name] as 'nameMissing')}
          defaultValue={initial[field.name]}
          autoFocus={autoFocus && index === 0}
          required
        />
      ))}
      {hasPassword && (
        <label className={styles.tick}>
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
          {t('showPassword')}
        </label>
      )}
      {children}
      {reason && <FormReason reason={reason} findOut={findOut} triesPassword={triesPassword} />}
      <Button type="submit" kind={kind ?? 'primary'} size={kind ? 'normal' : 'large'} wide={!kind} busy={busy}>
        {busy ? t('busy') : submit}
      </Button>
    </form>
  )
}

function labelOf({ kind, label }: FieldSpec) {
  if (label) return label
  return kind === 'newPassword' ? 'password' : kind
}

function looksOf({ kind }: FieldSpec, shown: boolean) {
  switch (kind) {
    case 'name':
      return { type: 'text', autoComplete: 'name', maxLength: 120 }
    case 'email':
      return { type: 'email', inputMode: 'email', autoComplete: 'email', maxLength: 254 } as const
    case 'password':
      return { type: shown ? 'text' : 'password', autoComplete: 'current-password', maxLength: PASSWORD_MAX }
    case 'newPassword':
      return { type: shown ? 'text' : 'password', autoComplete: 'new-password', maxLength: PASSWORD_MAX + 1 }
  }
}
