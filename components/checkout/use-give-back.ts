'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { NotSentError } from '#components/api/not-sent-error.ts'
import { askedOrders } from './asked-orders.ts'
import { holdNews } from './hold-news.ts'
import { holdKey, releaseHold } from './hold-queries.ts'
import { endAfter, type OpenHoldEnd } from './open-hold-end.ts'
import { openHolds } from './open-holds.ts'
import type { ReceivedHold } from './received-hold.ts'

/** Gives tickets back to change them; says how the hold ended, if it did. */
export function useGiveBack(hold: ReceivedHold, onEnd: (end: OpenHoldEnd) => void) {
  const queries = useQueryClient()
  const queryKey = holdKey(hold.id)
  function endedAs(end: OpenHoldEnd) {
    // Before it is forgotten, so that its seats are chosen without having been anybody's in between.
    onEnd(end)
    // What is gone may come back: whoever was signed out signs in again.
    if (end !== 'gone') openHolds.forget(hold.id)
  }
  return useMutation({
    mutationFn: () => releaseHold(hold.id),
    onSuccess: () => {
      endedAs('released')
      queries.setQueryData(queryKey, { ...hold, status: 'released' })
      holdNews.tell(hold.id)
    },
    onError: (error) => {
      if (error instanceof NotSentError) return
      const end = endAfter(error)
      // It has become an order that this browser did not hear of, or is over.
      if (end === 'over') askedOrders.note(hold.id)
      if (end) endedAs(end)
      void queries.invalidateQueries({ queryKey }).then(() => {
        const late = end ? null : endAfter(error, queries.getQueryData<ReceivedHold>(queryKey)?.status)
        if (late) endedAs(late)
      })
    },
  })
}
