'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { send } from '#components/api/send.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import styles from './admin-header.module.css'
import { reasonOfError } from './problem-reason.ts'
import { StaffButton } from './staff-button.tsx'

export interface StaffLanguages {
  /** That these pages are in. */
  readonly locale: Locale
  /** All that there are, each by its own name. */
  readonly choices: readonly { readonly locale: Locale; readonly name: string }[]
}

/** In which language the staff's pages are shown in this browser, whatever the shop speaks. */
export function StaffLanguageChoice({ locale, choices }: StaffLanguages) {
  const t = useTranslations('admin')
  const id = useId()
  const [chosen, choose] = useState(locale)
  const changing = useMutation({
    mutationFn: (language: Locale) => send('/api/admin/language', { method: 'POST', body: { language } }),
    // Whole, so that fonts, texts and the document's language change together.
    onSuccess: () => location.reload(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    changing.mutate(chosen)
  }
  return (
    <form className={styles.language} method="post" onSubmit={submit}>
      <label htmlFor={id} className="visually-hidden">
        {t('language')}
      </label>
      {/* Browsers would put back after a reload what was chosen before it. */}
      <select
        id={id}
        className="button"
        value={chosen}
        autoComplete="off"
        onChange={({ target }) => choose(target.value as Locale)}
      >
        {choices.map(({ locale: one, name }) => (
          <option key={one} value={one} lang={one}>
            {name}
          </option>
        ))}
      </select>
      {chosen !== locale && (
        <StaffButton type="submit" kind="small" busy={changing.isPending}>
          {t('changeLanguage')}
        </StaffButton>
      )}
      {changing.isError && (
        <p role="alert" className="note bad">
          {t(`problem_${reasonOfError(changing.error)}`)}
        </p>
      )}
    </form>
  )
}
