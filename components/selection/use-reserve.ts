'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { availabilityKey } from '#components/availability/live-availability.ts'
import { createHold, holdKey } from '#components/checkout/hold-queries.ts'
import { openHolds } from '#components/checkout/open-holds.ts'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { type ReservingParts, reserving } from './reserving.ts'

/** Reserves what is chosen and goes on to checkout. Pressing twice, or again after a lost answer, reserves once. */
export function useReserve(showId: string, { onAsk, onRefused }: Pick<ReservingParts, 'onAsk' | 'onRefused'>) {
  const router = useSiteRouter()
  const queries = useQueryClient()
  return useMutation(
    reserving(showId, {
      ask: createHold,
      onAsk,
      onHeld: (hold) => {
        queries.setQueryData(holdKey(hold.id), hold)
        openHolds.remember(showId, hold.id)
        router.push(`/checkout/${hold.id}`)
      },
      onRefused: () => {
        onRefused()
        void queries.invalidateQueries({ queryKey: availabilityKey(showId) })
      },
    }),
  )
}
