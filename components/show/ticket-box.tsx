'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { availabilityKey } from '#components/availability/live-availability.ts'
import { readSnapshot } from '#components/availability/snapshot.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Availability } from '#contracts/availability.ts'
import { LiveTickets, type LiveTicketsProps } from './live-tickets.tsx'

/** Core is asked again this often while it gives no answer, each browser at its own pace. */
const RETRY_MS = 5_000

type Props = Omit<LiveTicketsProps, 'initial'> & {
  /** Null when core could not be reached while the page was made. */
  readonly initial: Availability | null
}

/** Where tickets are chosen. Without availability it says so and keeps asking. */
export function TicketBox({ initial, ...rest }: Props) {
  return initial ? <LiveTickets {...rest} initial={initial} /> : <AwaitedTickets {...rest} />
}

function AwaitedTickets(props: Omit<Props, 'initial'>) {
  const t = useTranslations('tickets')
  const { data, refetch, isFetching } = useQuery({
    queryKey: availabilityKey(props.show.id),
    queryFn: ({ signal }) => readSnapshot(props.show.id, 0, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data ? false : RETRY_MS * (1 + Math.random())),
  })
  if (data) return <LiveTickets {...props} initial={data} />
  return (
    <Notice role="status" tone="warning" title={t('unreachableTitle')} text={t('unreachableText')}>
      <Button kind="quiet" disabled={isFetching} onClick={() => void refetch()}>
        {t('retry')}
      </Button>
    </Notice>
  )
}
