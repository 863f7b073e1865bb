'use client'

import { useTranslations } from 'use-intl/react'
import { OpenHoldNotice } from '#components/checkout/open-hold-notice.tsx'
import { Notice } from '#components/ui/notice.tsx'
import styles from './live-tickets.module.css'
import type { TicketShow } from './ticket-show.ts'

interface Props {
  readonly show: Pick<TicketShow, 'id' | 'startsText'>
  readonly over: boolean
}

/** Instead of tickets from the show's start on. Whoever reserved some before is still led back to them. */
export function ShowBegun({ show, over }: Props) {
  const t = useTranslations('show')
  const text = t(over ? 'overText' : 'begunText', { when: show.startsText })
  return (
    <div className={styles.picker}>
      <OpenHoldNotice showId={show.id} />
      <Notice role="status" title={t(over ? 'overTitle' : 'begunTitle')} text={text} />
    </div>
  )
}
