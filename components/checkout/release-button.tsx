'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/button.tsx'
import { useSecondLook } from '#components/ui/use-second-look.ts'
import { askedOrders } from './asked-orders.ts'
import { holdFailure } from './hold-failure.ts'
import { holdKey, releaseHold } from './hold-queries.ts'
import { openHolds } from './open-holds.ts'
import type { ReceivedHold } from './received-hold.ts'
import styles from './release-button.module.css'
import { WhyNot } from './why-not.tsx'

interface Props {
  readonly hold: ReceivedHold
  readonly onReleased: () => void
  /** They are not to be had back: an order has them, and nobody here knows which. */
  readonly onOrdered: () => void
}

/** Gives the tickets back, after a second look: one slip should not cost a good seat. */
export function ReleaseButton({ hold, onReleased, onOrdered }: Props) {
  const t = useTranslations('hold')
  const queries = useQueryClient()
  const { asking, opener, ask, leave } = useSecondLook()
  const release = useMutation({
    mutationFn: () => releaseHold(hold.id),
    onSuccess: () => {
      openHolds.forget(hold.id)
      queries.setQueryData(holdKey(hold.id), { ...hold, status: 'released' })
      onReleased()
    },
    onError: (error) => {
      if (holdFailure(error) !== 'over') return
      askedOrders.note(hold.id)
      onOrdered()
    },
  })
  if (!asking)
    return (
      <Button ref={opener} kind="plain" onClick={ask}>
        {t('release')}
      </Button>
    )
  return (
    <fieldset className={styles.question}>
      <legend className="visually-hidden">{t('releaseConfirm')}</legend>
      <span aria-hidden="true">{t('releaseConfirm')}</span>
      <Button kind="quiet" busy={release.isPending} onClick={() => release.mutate()}>
        {t('releaseYes')}
      </Button>
      <Button kind="plain" onClick={leave} autoFocus>
        {t('releaseNo')}
      </Button>
      <p role="alert" className={styles.problem}>
        {release.error && <WhyNot failure={holdFailure(release.error)} holdId={hold.id} />}
      </p>
    </fieldset>
  )
}
