'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { readSnapshot } from '#components/availability/snapshot.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Availability } from '#contracts/availability.ts'
import { isForSale, salePhase } from '#lib/show/sale-phase.ts'
import { beginningOf } from './beginning-of.ts'
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
  const { beginning, asking, ask } = useBeginning(show.id, initial, isForSale(phase))
  // In one place, wherever it is known from: whoever has chosen seats keeps them when the page is made anew.
  if (beginning) return <LiveTickets {...rest} phase={phase} initial={beginning} />
  if (!isForSale(phase)) return <ShowBegun show={show} over={phase === 'over'} />
  return <Unreachable asking={asking} ask={ask} />
}

/** What tickets begin with: from the page, or asked for where the page knows nothing. */
function useBeginning(showId: string, initial: Availability | null, forSale: boolean) {
  const [before, setBefore] = useState(initial)
  const { data, refetch, isFetching } = useQuery({
    // Not the entry that is kept up to date: what a page begins with stays what it was.
    queryKey: ['first-availability', showId],
    queryFn: ({ signal }) => readSnapshot(showId, 0, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: ({ state }) => forSale && before === null && state.data === undefined,
    refetchInterval: ({ state }) => (state.data ? false : RETRY_MS * (1 + Math.random())),
  })
  const beginning = beginningOf({ initial, before, asked: data })
  if (beginning !== before) setBefore(beginning)
  return { beginning, asking: isFetching, ask: () => void refetch() }
}

function Unreachable({ asking, ask }: { readonly asking: boolean; readonly ask: () => void }) {
  const t = useTranslations('tickets')
  return (
    <Notice role="status" tone="warning" title={t('unreachableTitle')} text={t('unreachableText')}>
      <Button kind="quiet" busy={asking} onClick={ask}>
        {t('retry')}
      </Button>
    </Notice>
  )
}
