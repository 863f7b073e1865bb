'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl/react'
import { isRefusal } from '#components/api/problem-error.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Item } from '#contracts/hold.ts'
import { formatClock } from '#lib/format/duration.ts'
import { askedOrders } from './asked-orders.ts'
import { holdFailure } from './hold-failure.ts'
import { holdNews } from './hold-news.ts'
import { holdKey, releaseHold } from './hold-queries.ts'
import { openHolds } from './open-holds.ts'
import type { ReceivedHold } from './received-hold.ts'
import { useAsked } from './use-asked.ts'
import { useHoldNews } from './use-hold-news.ts'
import { useLeft } from './use-left.ts'

interface Props {
  readonly hold: ReceivedHold
  /** What is in it; empty where nobody knows. */
  readonly name: string
  /** Takes what was in it, when it has been given back; null where it cannot be chosen again. */
  readonly onReleased: ((items: readonly Item[]) => void) | null
}

/** The way back to a hold, with what is left of it, and the way to another choice; nothing when it is over. */
export function OpenHoldLine({ hold, name, onReleased }: Props) {
  const t = useTranslations('selection')
  const queries = useQueryClient()
  const left = useLeft(hold)
  // Tickets that may be somebody's order are not given back.
  const asked = useAsked(hold.id)
  const askAgain = () => queries.invalidateQueries({ queryKey: holdKey(hold.id) })
  const release = useMutation({
    mutationFn: () => releaseHold(hold.id),
    onSuccess: () => {
      onReleased?.(hold.items)
      openHolds.forget(hold.id)
      queries.setQueryData(holdKey(hold.id), { ...hold, status: 'released' })
      holdNews.tell(hold.id)
    },
    onError: (error) => {
      // It has become an order that this browser did not hear of, or is over.
      if (holdFailure(error) === 'over') askedOrders.note(hold.id)
      if (isRefusal(error)) void askAgain()
    },
  })
  useHoldNews(hold.id)
  useAskAgainWhenOver(hold, left)
  if (hold.status !== 'active' || left === null || left === 0) return null
  const time = formatClock(left)
  return (
    <Notice
      tone="positive"
      title={t('openTitle')}
      text={name ? t('openNamed', { labels: name, time }) : t('openText', { time })}
    >
      <ButtonLink href={`/checkout/${hold.id}`} prefetch={false}>
        {t('openContinue')}
      </ButtonLink>
      {onReleased && !asked && (
        <Button kind="quiet" aria-disabled={release.isPending} onClick={() => release.isPending || release.mutate()}>
          {t('openChange')}
        </Button>
      )}
      <span role="alert">{release.isError && t('failedTitle')}</span>
    </Notice>
  )
}

/** Our countdown may be a little fast: the server has the last word, and with it the seats are ours or anybody's. */
function useAskAgainWhenOver({ id, status }: ReceivedHold, left: number | null): void {
  const queries = useQueryClient()
  const over = left === 0 && status === 'active'
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: holdKey(id) })
  }, [over, id, queries])
}
