'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { useAccount } from '#components/account/use-account.ts'
import { problemOf } from '#components/api/problem-error.ts'
import { SiteLink } from '#components/language/site-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Buyer } from '#contracts/order.ts'
import type { HoldView } from '#contracts/storefront.ts'
import { formatMoney } from '#lib/format/money.ts'
import { sentences } from '#lib/text/sentences.ts'
import styles from './buyer-form.module.css'
import { type BuyerFaults, checkBuyer, firstAtFault, refusedFields } from './check-buyer.ts'
import { GoneWays } from './gone-ways.tsx'
import { orderFailure } from './order-failure.ts'
import type { OrderTerm } from './order-terms.ts'
import { OrderTerms } from './order-terms-line.tsx'
import type { PlacedOrder } from './use-place-order.ts'

interface Props {
  readonly hold: HoldView
  readonly order: PlacedOrder
  readonly terms: readonly OrderTerm[]
}

/** Guest checkout: who the tickets are for, and one button with the price on it. */
export function BuyerForm({ hold, order, terms }: Props) {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const { faults, busy, submit } = useBuyerForm(hold, order)
  const form = usePrefill()
  const count = Object.keys(faults).length
  return (
    <form ref={form} className={styles.form} method="post" onSubmit={submit} noValidate>
      <h2>{t('buyer')}</h2>
      <SignIn holdId={hold.id} />
      <p role="status" className="visually-hidden">
        {count > 0 ? t('errorsTitle', { count }) : ''}
      </p>
      <BuyerFields faults={faults} />
      {count === 0 && <Failure hold={hold} order={order} />}
      <OrderTerms terms={terms} />
      <Button type="submit" size="large" wide busy={busy}>
        {busy ? t('paying') : t('pay', { price: formatMoney(hold.total, locale) })}
      </Button>
    </form>
  )
}

/** What we find ourselves, what the storefront found, and whether the order is on its way. */
function useBuyerForm(hold: HoldView, order: PlacedOrder) {
  const [checked, setChecked] = useState<BuyerFaults>({})
  const busy = order.isPending || order.isSuccess

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const buyer = buyerOf(form)
    const found = checkBuyer(buyer)
    setChecked(found)
    if (goOnAt(form, found)) return
    order.place({ buyer, total: hold.total }, (error) => goOnAt(form, refusedIn(error)))
  }

  const faults = { ...refusedIn(order.error), ...checked }
  return { faults, busy, submit }
}

/** What the storefront found at fault, where it refused the order. */
const refusedIn = (error: unknown): BuyerFaults => refusedFields(problemOf(error)?.fields)

/** @returns whether there is a field at fault, where the focus is then */
function goOnAt(form: HTMLFormElement, faults: BuyerFaults): boolean {
  const name = firstAtFault(faults)
  if (name !== null) form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus()
  return name !== null
}

/** Why it did not go through, as far as we know; where we do not know, that is what is said. */
function Failure({ hold, order: { error, variables, context } }: Omit<Props, 'terms'>) {
  const t = useTranslations('checkout')
  const ofHold = useTranslations('hold')
  const locale = useLocale()
  if (!error) return null
  const now = problemOf(error)?.total
  const failure = orderFailure(error, context?.askedBefore ?? true)
  if (failure === 'priceChanged' || failure === 'priceChangedAsked') {
    if (!now || !variables) return null
    const [before, after] = [formatMoney(variables.total, locale), formatMoney(now, locale)]
    const text = t(`${failure}Text`, { before, now: after })
    return <Notice role="alert" tone="warning" title={t('priceChangedTitle')} text={text} />
  }
  if (failure === 'gone')
    return (
      <Notice role="alert" tone="negative" title={ofHold('goneTitle')} text={ofHold('goneText')}>
        <GoneWays holdId={hold.id} />
      </Notice>
    )
  return (
    <Notice role="alert" tone="negative" title={t(`${failure}Title`)} text={t(`${failure}Text`)}>
      {(failure === 'already' || failure === 'over') && (
        <SiteLink href="/orders" prefetch={false}>
          {ofHold('unansweredLink')}
        </SiteLink>
      )}
    </Notice>
  )
}

/** Guests need no account; whoever has one may sign in and come back to the same hold. */
function SignIn({ holdId }: { readonly holdId: string }) {
  const t = useTranslations('checkout')
  const { signedIn } = useAccount()
  if (signedIn) return null
  return (
    <p className={styles.guest}>
      {sentences(t('guest'), t('haveAccount'))}{' '}
      <SiteLink href={`/account/sign-in?next=${encodeURIComponent(`/checkout/${holdId}`)}`} prefetch={false}>
        {t('signIn')}
      </SiteLink>
    </p>
  )
}

/** Puts an account's name and address where nobody has typed anything; the page itself knows no names. */
function usePrefill() {
  const form = useRef<HTMLFormElement>(null)
  const { account } = useAccount()
  useEffect(() => {
    if (account === null) return
    for (const name of ['name', 'email'] as const) {
      const field = form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)
      if (field?.value !== '') continue
      field.value = account[name]
      // For whoever has to know what stands on the page: its fonts have the letters of what they heard of.
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }, [account])
  return form
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
