'use client'

import { useTranslations } from 'use-intl/react'
import type { RealtimeStatus } from '#components/realtime/status.ts'
import { AsOf } from './as-of.tsx'
import styles from './live-tickets.module.css'
import type { TicketShow } from './ticket-show.ts'
import { ViewerCount } from './viewer-count.tsx'

interface Props {
  readonly show: TicketShow
  readonly seated: boolean
  readonly asOf: string
  readonly status: RealtimeStatus
  readonly viewers: number | null
}

/** What is done here, and of when it is true. */
export function TicketsHead({ show, seated, asOf, status, viewers }: Props) {
  const t = useTranslations('tickets')
  return (
    <header className={styles.head}>
      <h2 id="tickets">{t(seated ? 'chooseSeats' : 'chooseTickets')}</h2>
      <p className={styles.facts}>
        <AsOf asOf={asOf} live={status === 'live'} timeZone={show.timeZone} />
        <ViewerCount count={viewers} />
      </p>
    </header>
  )
}
