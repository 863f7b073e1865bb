'use client'

import { useSyncExternalStore } from 'react'
import { ownSales } from '#components/availability/own-sales.ts'
import { useStream } from '#components/realtime/use-stream.ts'

/**
 * While this browser is paying for tickets of the show, in whichever tab, its order is followed here too: the page
 * that placed it may be closed, and this one must not tell its owner that "someone" bought.
 */
export function useOwnOrders(showId: string): void {
  const expecting = useSyncExternalStore(
    (changed) => {
      addEventListener('storage', changed)
      return () => removeEventListener('storage', changed)
    },
    () => ownSales.isExpecting(showId),
    () => false,
  )
  useStream(expecting ? 'private.order' : null, {
    onMessage: ({ event, data }) => {
      if (event !== 'order.updated' || data.status === 'pending_payment') return
      ownSales.settle(data.orderId, data.saleIds ?? [])
    },
  })
}
