'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { formatClock } from '#lib/format/duration.ts'
import { changeFailure, type OpenHoldEnd } from './open-hold-end.ts'
import type { ReceivedHold } from './received-hold.ts'
import { useAskAgainWhenOver } from './use-ask-again-when-over.ts'
import { useAsked } from './use-asked.ts'
import { useGiveBack } from './use-give-back.ts'
import { useHoldNews } from './use-hold-news.ts'
import { useLeft } from './use-left.ts'

interface Props {
  readonly hold: ReceivedHold
  /** What is in it; empty where nobody knows. */
  readonly name: string
  /** Whether what is in it could be chosen again now. */
  readonly mayChange: boolean
  /** Takes how it ended, when it was to be changed. */
  readonly onEnd: (end: OpenHoldEnd) => void
}

/** The way back to a hold, with what is left of it, and the way to another choice; nothing when it is over. */
export function OpenHoldLine({ hold, name, mayChange, onEnd }: Props) {
  const t = useTranslations('selection')
  const nameId = useId()
  const left = useLeft(hold)
  // Tickets that may be somebody's order are not given back.
  const asked = useAsked(hold.id)
  const release = useGiveBack(hold, onEnd)
  useHoldNews(hold.id)
  useAskAgainWhenOver(hold, left)
  if (hold.status !== 'active' || left === null || left === 0) return null
  const time = formatClock(left)
  // Of several holds each says the same, and it would be read out anew each second if it were the text with the time.
  const described = name ? { 'aria-describedby': nameId } : {}
  return (
    <Notice
      tone="positive"
      title={t('openTitle')}
      text={name ? t('openNamed', { labels: name, time }) : t('openText', { time })}
    >
      <span id={nameId} hidden>
        {name}
      </span>
      <ButtonLink href={`/checkout/${hold.id}`} prefetch={false} {...described}>
        {t('openContinue')}
      </ButtonLink>
      {mayChange && !asked && (
        <Button kind="quiet" busy={release.isPending} onClick={() => release.mutate()} {...described}>
          {t('openChange')}
        </Button>
      )}
      <span role="alert">{release.error && t(changeFailure(release.error))}</span>
    </Notice>
  )
}
