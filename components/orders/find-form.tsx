'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { problemOf } from '#components/api/problem-error.ts'
import { send } from '#components/api/send.ts'
import { faultOfEmail } from '#components/checkout/check-buyer.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { FindOrders } from '#contracts/storefront.ts'
import styles from './find-form.module.css'

/** The way back to orders whose mail was lost. It says the same to everybody: what there is, only the mailbox learns. */
export function FindForm() {
  const t = useTranslations('orders')
  const [fault, setFault] = useState<'emailMissing' | 'emailWrong' | null>(null)
  const find = useMutation({
    mutationFn: (body: FindOrders) => send<void>('/api/orders/find', { method: 'POST', body }),
  })
  const [again, setAgain] = useState(false)
  function findAgain() {
    setAgain(true)
    find.reset()
  }
  if (find.isSuccess) return <FindDone onAgain={findAgain} />

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [email, code] = ['email', 'code'].map((name) => String(data.get(name) ?? '').trim())
    const found = faultOfEmail(email ?? '')
    setFault(found)
    if (found) event.currentTarget.querySelector<HTMLInputElement>('[name="email"]')?.focus()
    else find.mutate({ email: email ?? '', ...(code ? { code } : {}) })
  }

  const type = problemOf(find.error)?.type
  const refused = type === 'storefront/invalid-request' ? 'emailWrong' : null
  const wrong = fault ?? refused
  return (
    <form className={styles.form} method="post" onSubmit={submit} noValidate>
      <Field
        {...{ id: 'find-email', name: 'email', type: 'email', inputMode: 'email', autoComplete: 'email' }}
        label={t('email')}
        error={wrong ? t(wrong) : undefined}
        // The button that led back here is gone.
        autoFocus={again}
        required
        maxLength={254}
      />
      <Field
        {...{ id: 'find-code', name: 'code', autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false }}
        label={t('code')}
        hint={t('codeHint')}
        maxLength={20}
      />
      {find.isError && refused === null && (
        <Notice
          role="alert"
          tone="negative"
          title={t(type === 'storefront/too-many-attempts' ? 'tooMany' : 'tryAgain')}
        />
      )}
      <Button type="submit" size="large" busy={find.isPending}>
        {find.isPending ? t('findSending') : t('findSend')}
      </Button>
    </form>
  )
}

function FindDone({ onAgain }: { readonly onAgain: () => void }) {
  const t = useTranslations('orders')
  const place = useRef<HTMLDivElement>(null)
  // The form is gone, and with it the button that had the focus.
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="positive" title={t('findDoneTitle')} text={t('findDoneText')}>
        <Button kind="quiet" onClick={onAgain}>
          {t('findAgain')}
        </Button>
      </Notice>
    </div>
  )
}
