'use client'

import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import type { ItemLine } from '#components/order/item-lines.ts'
import { ItemList } from '#components/order/item-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { HoldView } from '#contracts/storefront.ts'
import { formatMoney } from '#lib/format/money.ts'
import { BuyerForm } from './buyer-form.tsx'
import styles from './checkout.module.css'
import { checkoutView } from './checkout-view.ts'
import { Countdown } from './countdown.tsx'
import { HoldEnded } from './hold-ended.tsx'
import type { OrderTerm } from './order-terms.ts'
import { OrderUnknown } from './order-unknown.tsx'
import { RecapCard } from './recap-card.tsx'
import type { ReceivedHold } from './received-hold.ts'
import { ReleaseButton } from './release-button.tsx'
import type { ShowRecap } from './show-recap.ts'
import { useAskAgainWhenOver } from './use-ask-again-when-over.ts'
import { useAsked } from './use-asked.ts'
import { useHold } from './use-hold.ts'
import { useLeft } from './use-left.ts'
import { usePlaceOrder } from './use-place-order.ts'

interface Props {
  readonly initial: HoldView
  /** Null when core cannot be asked for the show; the hold goes on without it. */
  readonly recap: ShowRecap | null
  readonly lines: readonly ItemLine[]
  readonly notice: string
  readonly terms: readonly OrderTerm[]
}

/** From reserved tickets to an order, while the clock runs; and a way on when it has run out. */
export function Checkout({ initial, recap, lines, notice, terms }: Props) {
  const t = useTranslations('hold')
  const { hold, tellOtherTabs } = useHold(initial)
  const left = useLeft(hold)
  const order = usePlaceOrder(hold)
  const view = checkoutView(hold.status, left, order)
  const sent = order.isPending || order.isSuccess
  useAskAgainWhenOver(hold, left)
  useFollowOrder(hold)
  if (view === 'ended') return <HoldEnded hold={hold} recap={recap} />
  return (
    <div className={`frame ${styles.checkout}`}>
      <h1>{t('title')}</h1>
      <div className={styles.clock}>
        {view === 'open' ? (
          <Countdown hold={hold} left={left} onExtended={tellOtherTabs} />
        ) : (
          <Notice role="alert" tone="warning" title={t('askingTitle')} text={t('askingText')} />
        )}
      </div>
      <section className={styles.summary} aria-labelledby="summary">
        <Summary hold={hold} recap={recap} lines={lines} />
        <p className={styles.notice}>{notice}</p>
        {view === 'open' && !sent && <GiveBack hold={hold} onReleased={tellOtherTabs} />}
      </section>
      <div className={styles.form}>
        <BuyerForm hold={hold} order={order} terms={terms} />
      </div>
    </div>
  )
}

/** Not offered while an order is unanswered: what was paid for is not given back, and nobody knows whether it was. */
function GiveBack({ hold, onReleased }: { readonly hold: ReceivedHold; readonly onReleased: () => void }) {
  const asked = useAsked(hold.id)
  const [refused, setRefused] = useState(false)
  if (asked) return <OrderUnknown takesFocus={refused} />
  return <ReleaseButton hold={hold} onReleased={onReleased} onOrdered={() => setRefused(true)} />
}

function Summary({ hold, recap, lines }: Pick<Props, 'recap' | 'lines'> & { readonly hold: ReceivedHold }) {
  const t = useTranslations('checkout')
  const selection = useTranslations('selection')
  const locale = useLocale()
  const { total } = hold
  return (
    <>
      <h2 id="summary">{t('summary')}</h2>
      {recap && <RecapCard recap={recap} />}
      <dl className={styles.total}>
        <div>
          <dt>{selection('total')}</dt>
          <dd data-testid="checkout-total">{formatMoney(total, locale)}</dd>
        </div>
        {total.fees > 0 && (
          <div className={styles.fees}>
            <dt>{t('fees')}</dt>
            <dd>{formatMoney({ ...total, amount: total.fees }, locale)}</dd>
          </div>
        )}
      </dl>
      <ItemList lines={lines} total={total} />
    </>
  )
}

/** Paid for in another tab, or an answer of ours that got lost: on to the order. */
function useFollowOrder({ status, orderId }: ReceivedHold): void {
  const router = useSiteRouter()
  useEffect(() => {
    if (status === 'ordered' && orderId !== undefined) router.replace(`/orders/${orderId}`)
  }, [status, orderId, router])
}
