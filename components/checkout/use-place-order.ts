'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#components/api/call.ts'
import { intents } from '#components/api/intents.ts'
import { isRefusal } from '#components/api/problem-error.ts'
import { ownSales } from '#components/availability/own-sales.ts'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { orderKey } from '#components/order/order-queries.ts'
import type { Price } from '#contracts/money.ts'
import type { Buyer } from '#contracts/order.ts'
import type { HoldView, NewOrder, OrderView } from '#contracts/storefront.ts'
import { holdKey } from './hold-queries.ts'
import { forgetHold } from './open-hold.ts'

/** What a press of the button says: who, and the price that stood on it. */
export interface Placing {
  readonly buyer: Buyer
  readonly total: Price
}

/** Under which name this tab remembers what it asked for, until it is answered. */
export const orderIntent = (holdId: string): string => `order ${holdId}`

/** Turns the hold into an order, once, however often it is pressed; then the order's own page follows the payment. */
export function usePlaceOrder({ id: holdId, showId, items }: HoldView) {
  const router = useSiteRouter()
  const queries = useQueryClient()
  const intent = orderIntent(holdId)
  return useMutation({
    mutationFn: ({ buyer, total: { amount, currency } }: Placing) => {
      const body: NewOrder = { holdId, buyer, total: { amount, currency } }
      return call<OrderView>('/api/orders', { method: 'POST', body, idempotencyKey: intents.keyFor(intent, body) })
    },
    onMutate: () => ownSales.expect(holdId, showId, items),
    onSuccess: (order) => {
      intents.settle(intent)
      // From here on the order goes by its own id, under which its page and the other tabs settle it.
      ownSales.expect(order.id, showId, items)
      ownSales.settle(holdId, [])
      forgetHold(showId)
      queries.setQueryData(orderKey(order.id), order)
      router.push(`/orders/${order.id}`)
    },
    onError: (error) => {
      if (isRefusal(error)) {
        intents.settle(intent)
        ownSales.settle(holdId, [])
      }
      // The answer may be all that was lost: then the hold says which order it became. Or its price is another now.
      void queries.invalidateQueries({ queryKey: holdKey(holdId) })
    },
  })
}

export type PlacedOrder = ReturnType<typeof usePlaceOrder>
