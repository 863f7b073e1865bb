'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import { askedOrders } from './asked-orders.ts'
import { endingOf } from './ending.ts'
import styles from './hold-ended.module.css'
import { openHolds } from './open-holds.ts'
import { RecapCard } from './recap-card.tsx'
import type { ReceivedHold } from './received-hold.ts'
import type { ShowRecap } from './show-recap.ts'
import { useAsked } from './use-asked.ts'

/** The tickets are no longer kept: what that means, and the shortest way to others. */
export function HoldEnded({ hold, recap }: { readonly hold: ReceivedHold; readonly recap: ShowRecap | null }) {
  const t = useTranslations('hold')
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = useAsked(hold.id)
  const ending = endingOf(hold.status, asked === true)
  useEffect(() => {
    openHolds.forget(hold.id)
    // What had the focus is gone; without this a keyboard would begin at the top again.
    heading.current?.focus()
  }, [hold.id])
  useEffect(() => {
    if (ending === 'ordered') askedOrders.forget(hold.id)
  }, [ending, hold.id])
  return (
    <div className={`frame ${styles.ended}`}>
      <h1 ref={heading} tabIndex={-1}>
        {t(`${ending}Title`)}
      </h1>
      {/* It says what was charged, which the page alone does not know. */}
      {ending !== 'ordered' && asked !== null && <p className={styles.text}>{t(`${ending}Text`)}</p>}
      {recap && <RecapCard recap={recap} />}
      {ending === 'ordered' && hold.orderId !== undefined ? (
        <ButtonLink href={`/orders/${hold.orderId}`} size="large" prefetch={false}>
          {t('orderedLink')}
        </ButtonLink>
      ) : ending === 'unanswered' || ending === 'ordered' ? (
        <ButtonLink href="/orders" size="large" prefetch={false}>
          {t('unansweredLink')}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/shows/${hold.showId}#tickets`} size="large" prefetch={false}>
          {t('again')}
        </ButtonLink>
      )}
    </div>
  )
}
