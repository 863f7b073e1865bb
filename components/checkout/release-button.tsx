'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/button.tsx'
import { useSecondLook } from '#components/ui/use-second-look.ts'
import { holdKey, releaseHold } from './hold-queries.ts'
import { forgetHold } from './open-hold.ts'
import type { ReceivedHold } from './received-hold.ts'
import styles from './release-button.module.css'

/** Gives the tickets back, after a second look: one slip should not cost a good seat. */
export function ReleaseButton({ hold, onReleased }: { readonly hold: ReceivedHold; readonly onReleased: () => void }) {
  const t = useTranslations('hold')
  const queries = useQueryClient()
  const { asking, opener, ask, leave } = useSecondLook()
  const release = useMutation({
    mutationFn: () => releaseHold(hold.id),
    onSuccess: () => {
      forgetHold(hold.showId)
      queries.setQueryData(holdKey(hold.id), { ...hold, status: 'released' })
      onReleased()
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
      <Button kind="quiet" disabled={release.isPending} onClick={() => release.mutate()}>
        {t('releaseYes')}
      </Button>
      <Button kind="plain" onClick={leave} autoFocus>
        {t('releaseNo')}
      </Button>
      <p role="alert" className={styles.problem}>
        {release.isError && t('tryAgain')}
      </p>
    </fieldset>
  )
}
