'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/button.tsx'
import { holdKey, releaseHold } from './hold-queries.ts'
import { forgetHold } from './open-hold.ts'
import type { ReceivedHold } from './received-hold.ts'
import styles from './release-button.module.css'

/** Gives the tickets back, after a second look: one slip should not cost a good seat. */
export function ReleaseButton({ hold, onReleased }: { readonly hold: ReceivedHold; readonly onReleased: () => void }) {
  const t = useTranslations('hold')
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
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
      <Button kind="plain" onClick={() => setAsking(true)}>
        {t('release')}
      </Button>
    )
  return (
    <fieldset className={styles.question}>
      <legend className="visually-hidden">{t('releaseConfirm')}</legend>
      <span aria-hidden="true">{t('releaseConfirm')}</span>
      <Button kind="quiet" disabled={release.isPending} onClick={() => release.mutate()} autoFocus>
        {t('releaseYes')}
      </Button>
      <Button kind="plain" onClick={() => setAsking(false)}>
        {t('releaseNo')}
      </Button>
    </fieldset>
  )
}
