'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import styles from './hold-ended.module.css'
import { forgetHold } from './open-hold.ts'
import { RecapCard } from './recap-card.tsx'
import type { ReceivedHold } from './received-hold.ts'
import type { ShowRecap } from './show-recap.ts'

/** The tickets are no longer kept: what that means, and the shortest way to others. */
export function HoldEnded({ hold, recap }: { readonly hold: ReceivedHold; readonly recap: ShowRecap | null }) {
  const t = useTranslations('hold')
  const heading = useRef<HTMLHeadingElement>(null)
  const ordered = hold.status === 'ordered'
  useEffect(() => {
    forgetHold(hold.showId)
    // What had the focus is gone; without this a keyboard would begin at the top again.
    heading.current?.focus()
  }, [hold.showId])
  return (
    <div className={`frame ${styles.ended}`}>
      <h1 ref={heading} tabIndex={-1}>
        {t(ordered ? 'orderedTitle' : hold.status === 'released' ? 'releasedTitle' : 'lostTitle')}
      </h1>
      {!ordered && <p className={styles.text}>{t(hold.status === 'released' ? 'releasedText' : 'lostText')}</p>}
      {recap && <RecapCard recap={recap} />}
      {ordered && hold.orderId !== undefined ? (
        <ButtonLink href={`/orders/${hold.orderId}`} size="large" prefetch={false}>
          {t('orderedLink')}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/shows/${hold.showId}#tickets`} size="large" prefetch={false}>
          {t('again')}
        </ButtonLink>
      )}
    </div>
  )
}
