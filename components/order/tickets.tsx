'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import type { ShowRecap } from '#components/checkout/show-recap.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Ticket } from '#contracts/order.ts'
import { readTickets, ticketsKey } from './order-queries.ts'
import { TicketCard } from './ticket-card.tsx'
import styles from './tickets.module.css'
import { lookAgainMs, ticketsNews } from './tickets-news.ts'

interface Props {
  readonly orderId: string
  readonly linkKey: string | undefined
  readonly initial: readonly Ticket[]
  readonly recap: ShowRecap | null
  readonly brand: string
}

export function Tickets({ orderId, linkKey, initial, recap, brand }: Props) {
  const t = useTranslations('order')
  const asked = useQuery({
    queryKey: ticketsKey(orderId),
    queryFn: ({ signal }) => readTickets(orderId, linkKey, signal),
    ...(initial.length > 0 && { initialData: initial }),
    refetchInterval: ({ state }) => lookAgainMs(state, state.data?.length ?? 0),
  })
  const tickets = asked.data ?? []
  if (tickets.length === 0) return <p role="status">{t(ticketsNews(asked))}</p>
  return (
    <section className={styles.tickets} aria-labelledby="tickets-title">
      <div className={styles.head}>
        <h2 id="tickets-title">{t('tickets')}</h2>
        <Button kind="quiet" onClick={() => print()} className="no-print">
          <Icon name="print" /> {t('print')}
        </Button>
      </div>
      <ul className={styles.list}>
        {tickets.map((ticket, index) => (
          <TicketCard
            key={ticket.id}
            ticket={ticket}
            recap={recap}
            brand={brand}
            position={index + 1}
            count={tickets.length}
          />
        ))}
      </ul>
    </section>
  )
}
