'use client'

import { type FormEvent, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { problemOf } from '#components/api/problem-error.ts'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Buyer } from '#contracts/order.ts'
import type { HoldView } from '#contracts/storefront.ts'
import { formatMoney } from '#lib/format/money.ts'
import styles from './buyer-form.module.css'
import { type BuyerFaults, checkBuyer, refusedFields } from './check-buyer.ts'
import { usePlaceOrder } from './use-place-order.ts'

/** Guest checkout: who the tickets are for, and one button with the price on it. */
export function BuyerForm({ hold }: { readonly hold: HoldView }) {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const [checked, setChecked] = useState<BuyerFaults>({})
  const order = usePlaceOrder(hold)
  const problem = problemOf(order.error)
  const faults = { ...refusedFields(problem?.fields), ...checked }
  const count = Object.keys(faults).length
  const busy = order.isPending || order.isSuccess

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const buyer = buyerOf(event.currentTarget)
    const found = checkBuyer(buyer)
    setChecked(found)
    if (Object.keys(found).length === 0) order.mutate(buyer)
    else form.current?.querySelector<HTMLInputElement>(`[name="${found.name ? 'name' : 'email'}"]`)?.focus()
  }

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <h2>{t('buyer')}</h2>
      <p className={styles.guest}>{t('guest')}</p>
      <p role="status" className="visually-hidden">
        {count > 0 ? t('errorsTitle', { count }) : ''}
      </p>
      <Field
        id="name"
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={faults.name && t(faults.name)}
        autoComplete="name"
        required
        maxLength={200}
      />
      <Field
        id="email"
        name="email"
        type="email"
        inputMode="email"
        label={t('email')}
        hint={t('emailHint')}
        error={faults.email && t(faults.email)}
        autoComplete="email"
        required
        maxLength={300}
      />
      {order.error && count === 0 && (
        <Notice role="alert" tone="negative" title={t('failedTitle')} text={t('failedText')} />
      )}
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? t('paying') : t('pay', { price: formatMoney(hold.total, locale) })}
      </Button>
    </form>
  )
}

function buyerOf(form: HTMLFormElement): Buyer {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return { name: text('name'), email: text('email') }
}
