'use client'

import { type FormEvent, useState } from 'react'
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
  const { faults, failed, busy, submit } = useBuyerForm(hold)
  const count = Object.keys(faults).length
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <h2>{t('buyer')}</h2>
      <p className={styles.guest}>{t('guest')}</p>
      <p role="status" className="visually-hidden">
        {count > 0 ? t('errorsTitle', { count }) : ''}
      </p>
      <BuyerFields faults={faults} />
      {failed && count === 0 && <Notice role="alert" tone="negative" title={t('failedTitle')} text={t('failedText')} />}
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? t('paying') : t('pay', { price: formatMoney(hold.total, locale) })}
      </Button>
    </form>
  )
}

/** What we find ourselves, what the storefront found, and whether the order is on its way. */
function useBuyerForm(hold: HoldView) {
  const [checked, setChecked] = useState<BuyerFaults>({})
  const order = usePlaceOrder(hold)
  const busy = order.isPending || order.isSuccess

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const buyer = buyerOf(form)
    const found = checkBuyer(buyer)
    setChecked(found)
    if (Object.keys(found).length === 0) order.mutate(buyer)
    else form.querySelector<HTMLInputElement>(`[name="${found.name ? 'name' : 'email'}"]`)?.focus()
  }

  const faults = { ...refusedFields(problemOf(order.error)?.fields), ...checked }
  return { faults, failed: order.isError, busy, submit }
}

function BuyerFields({ faults }: { readonly faults: BuyerFaults }) {
  const t = useTranslations('checkout')
  return (
    <>
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
    </>
  )
}

function buyerOf(form: HTMLFormElement): Buyer {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return { name: text('name'), email: text('email') }
}
