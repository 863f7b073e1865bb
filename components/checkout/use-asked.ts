'use client'

import { useSyncExternalStore } from 'react'
import { askedOrders } from './asked-orders.ts'

/** Whether this browser sent an order, in whichever tab and before any reload, that nobody answered. The server knows of none. */
export function useAsked(holdId: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      // Of other tabs; what this one does is drawn anew anyway.
      addEventListener('storage', changed)
      return () => removeEventListener('storage', changed)
    },
    () => askedOrders.isAsked(holdId),
    () => false,
  )
}
