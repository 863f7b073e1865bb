'use client'

import { useSyncExternalStore } from 'react'
import { askedOrders } from './asked-orders.ts'

/**
 * Whether this browser sent an order, in whichever tab and before any reload, that nobody answered; null where nobody knows,
 * which is on the server and in what it sent until the browser has taken over.
 */
export function useAsked(holdId: string): boolean | null {
  return useSyncExternalStore<boolean | null>(
    (changed) => {
      // Of other tabs; what this one does is drawn anew anyway.
      addEventListener('storage', changed)
      return () => removeEventListener('storage', changed)
    },
    () => askedOrders.isAsked(holdId),
    () => null,
  )
}
