'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { send } from '#components/api/send.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { listed } from '#lib/text/isolated.ts'
import styles from './waitlist-page.module.css'

interface Props {
  readonly token: string
  /** Null when the link opens nothing. */
  readonly entry: {
    readonly showId: string
    readonly showTitle: string | null
    readonly tierName: string | null
    readonly email: string
    readonly confirmed: boolean
  } | null
}

type Step = 'confirm' | 'leave'

/**
 * Where the links of waitlist mails lead. Opening it changes nothing, because mail programs open links to look at them:
 * a person has to press a button.
 */
export function WaitlistPage({ token, entry }: Props) {
  const t = useTranslations('waitlist')
  const step = useMutation({
    mutationFn: (wanted: Step) =>
      send(`/api/waitlist/${token}`, wanted === 'confirm' ? { method: 'POST', body: {} } : { method: 'DELETE' }),
  })
  const done = step.isSuccess ? step.variables : null
  const press = (wanted: Step, kind: 'primary' | 'quiet') => (
    <Button kind={kind} busy={step.isPending} onClick={() => step.mutate(wanted)}>
      {t(wanted)}
    </Button>
  )
  const toShow = entry && (
    <ButtonLink kind="quiet" href={`/shows/${entry.showId}`}>
      {t('toShow')}
    </ButtonLink>
  )
  return (
    <div className={`frame ${styles.page}`}>
      <h1>{t('title')}</h1>
      {entry && <p className={styles.show}>{listed([entry.showTitle, entry.tierName])}</p>}
      {step.isError && <Notice role="alert" tone="warning" title={t('failed')} />}
      {entry === null && <Notice title={t('unknown')} text={t('unknownText')} />}
      {entry && done === 'leave' && (
        <Notice role="status" title={t('left')} text={t('leftText')}>
          {toShow}
        </Notice>
      )}
      {entry && done !== 'leave' && (entry.confirmed || done === 'confirm') && (
        <Notice role="status" tone="positive" title={t('confirmed')} text={t('confirmedText', { email: entry.email })}>
          {toShow}
          {press('leave', 'quiet')}
        </Notice>
      )}
      {entry && done === null && !entry.confirmed && (
        <Notice title={t('confirmText', { email: entry.email })}>
          {press('confirm', 'primary')}
          {press('leave', 'quiet')}
        </Notice>
      )}
    </div>
  )
}
