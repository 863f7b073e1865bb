'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { readSnapshot } from '#components/availability/snapshot.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Availability } from '#contracts/availability.ts'
import { isForSale, type SalePhase, salePhase } from '#lib/show/sale-phase.ts'
import { LiveTickets, type LiveTicketsProps } from './live-tickets.tsx'
import { ShowBegun } from './show-begun.tsx'
import { useFreshPage } from './use-fresh-page.ts'
import { useSalePhase } from './use-sale-phase.ts'

/** Core is asked again this often while it gives no answer, each browser at its own pace. */
const RETRY_MS = 5_000

type Props = Omit<LiveTicketsProps, 'initial' | 'phase'> & {
  /** Null when core could not be reached while the page was made, or the show had begun. */
  readonly initial: Availability | null
}

/**
 * Where tickets are chosen, until the show begins. Without availability it says so and keeps asking. A page that is open
 * when the show begins is made anew: it offers tickets elsewhere, too.
 */
export function TicketBox({ initial, ...rest }: Props) {
  const { show } = rest
  const phase = useSalePhase(show)
  const wasForSale = isForSale(salePhase(show, Date.parse(show.servedAt)))
  useFreshPage(wasForSale && !isForSale(phase) ? phase : null)
  if (initial) return <LiveTickets {...rest} phase={phase} initial={initial} />
  if (!isForSale(phase)) return <ShowBegun show={show} over={phase === 'over'} />
  return <AwaitedTickets {...rest} phase={phase} />
}

function AwaitedTickets(props: Omit<Props, 'initial'> & { readonly phase: SalePhase }) {
  const t = useTranslations('tickets')
  const { data, refetch, isFetching } = useQuery({
    // Not the entry that is kept up to date: what a page begins with stays what it was.
    queryKey: ['first-availability', props.show.id],
    queryFn: ({ signal }) => readSnapshot(props.show.id, 0, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: ({ state }) => state.data === undefined,
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
