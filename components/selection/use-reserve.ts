'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { availabilityKey } from '#components/availability/live-availability.ts'
import { createHold, holdKey } from '#components/checkout/hold-queries.ts'
import { openHolds } from '#components/checkout/open-holds.ts'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import type { Item } from '#contracts/hold.ts'
import { type ReservingParts, reserving } from './reserving.ts'

/**
 * Reserves what is chosen and goes on to checkout. Pressing twice, or again after a lost answer, reserves once. Whoever has
 * left the page by the time of the answer is not led away from where they are; what is reserved is remembered all the same.
 */
export function useReserve(showId: string, { onAsk, onRefused }: Pick<ReservingParts, 'onAsk' | 'onRefused'>) {
  const router = useSiteRouter()
  const queries = useQueryClient()
  const reserve = useMutation(
    reserving(showId, {
      ask: createHold,
      onAsk,
      onHeld: (hold) => {
        queries.setQueryData(holdKey(hold.id), hold)
        openHolds.remember(showId, hold.id)
      },
      onRefused: () => {
        onRefused()
        void queries.invalidateQueries({ queryKey: availabilityKey(showId) })
      },
    }),
  )
  const ask = (items: Item[]) => reserve.mutate(items, { onSuccess: ({ id }) => router.push(`/checkout/${id}`) })
  return { ...reserve, ask }
}
