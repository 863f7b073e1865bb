'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { intents } from '#components/api/intents.ts'
import { isRetryable } from '#components/api/problem-error.ts'
import { availabilityKey } from '#components/availability/live-availability.ts'
import { createHold, holdKey } from '#components/checkout/hold-queries.ts'
import { rememberHold } from '#components/checkout/open-hold.ts'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import type { Item } from '#contracts/hold.ts'

interface Callbacks {
  /** The storefront was asked: what happens to these seats now is our own doing. */
  readonly onAsk: () => void
  readonly onRefused: () => void
}

/** Reserves what is chosen and goes on to checkout. Pressing twice, or again after a lost answer, reserves once. */
export function useReserve(showId: string, { onAsk, onRefused }: Callbacks) {
  const router = useSiteRouter()
  const queries = useQueryClient()
  const intent = `hold ${showId}`
  return useMutation({
    mutationFn: (items: Item[]) => createHold({ showId, items }, intents.keyFor(intent, items)),
    onMutate: onAsk,
    onSuccess: (hold) => {
      intents.settle(intent)
      queries.setQueryData(holdKey(hold.id), hold)
      rememberHold(showId, hold.id)
      router.push(`/checkout/${hold.id}`)
    },
    onError: (error) => {
      if (!isRetryable(error)) intents.settle(intent)
      onRefused()
      void queries.invalidateQueries({ queryKey: availabilityKey(showId) })
    },
  })
}
