'use client'

import { useTranslations } from 'use-intl/react'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { OpenHoldEnd } from './open-hold-end.ts'

interface Props {
  readonly end: OpenHoldEnd
  /** Whether all that was given back could be chosen again. */
  readonly whole: boolean
}

/** What became of tickets that somebody wanted to change: they are chosen again, or not to be had back. */
export function OpenHoldEndNotice({ end, whole }: Props) {
  const t = useTranslations('selection')
  if (end === 'released') return <Notice title={t('changeTitle')} text={t(whole ? 'changeText' : 'changePartly')} />
  return (
    <Notice tone="warning" title={t('changeNotTitle')} text={t(end === 'over' ? 'changeOver' : 'changeGone')}>
      <ButtonLink kind="quiet" href="/orders" prefetch={false}>
        {t('changeOrders')}
      </ButtonLink>
    </Notice>
  )
}
