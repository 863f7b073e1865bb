'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { intents } from '#components/api/intents.ts'
import { send } from '#components/api/send.ts'
import { ownSales } from '#components/availability/own-sales.ts'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { orderKey } from '#components/order/order-queries.ts'
import type { Price } from '#contracts/money.ts'
import type { Buyer } from '#contracts/order.ts'
import type { HoldView, NewOrder, OrderView } from '#contracts/storefront.ts'
import { askedOrders } from './asked-orders.ts'
import { holdKey } from './hold-queries.ts'
import { openHolds } from './open-holds.ts'
import { leavesNoOrder } from './order-failure.ts'

/** What a press of the button says: who, and the price that stood on it. */
export interface Placing {
  readonly buyer: Buyer
  readonly total: Price
}

/**
 * Turns the hold into an order, once, however often it is pressed; then the order's own page follows the payment, unless
 * they have left for another page by then.
 */
export function usePlaceOrder({ id: holdId, showId, items }: HoldView) {
  const router = useSiteRouter()
  const queries = useQueryClient()
  const intent = `order ${holdId}`
  const order = useMutation({
    mutationFn: ({ buyer, total: { amount, currency } }: Placing) => {
      const body: NewOrder = { holdId, buyer, total: { amount, currency } }
      const idempotencyKey = intents.keyFor(intent, body)
      // In another tab, or before a reload.
      const askedBefore = askedOrders.isAsked(holdId)
      askedOrders.note(holdId)
      return send<OrderView>('/api/orders', { method: 'POST', body, idempotencyKey }, askedBefore)
    },
    onMutate: () => {
      ownSales.expect(holdId, showId, items)
      return { askedBefore: askedOrders.isAsked(holdId) }
    },
    onSuccess: (placed) => {
      intents.settle(intent)
      askedOrders.forget(holdId)
      // From here on the order goes by its own id, under which its page and the other tabs settle it.
      ownSales.expect(placed.id, showId, items)
      ownSales.settle(holdId, [])
      openHolds.forget(holdId)
      queries.setQueryData(orderKey(placed.id), placed)
    },
    onError: (error, _, context) => {
      if (leavesNoOrder(error, context?.askedBefore ?? true)) {
        intents.settle(intent)
        askedOrders.forget(holdId)
        ownSales.settle(holdId, [])
      }
      // The answer may be all that was lost: then the hold says which order it became. Or its price is another now.
      void queries.invalidateQueries({ queryKey: holdKey(holdId) })
    },
  })
  const place = (placing: Placing, onRefused: (error: Error) => void) =>
    order.mutate(placing, {
      // Back is to what came before the checkout, which would only lead to the order again.
      onSuccess: ({ id }) => router.replace(`/orders/${id}`),
      onError: onRefused,
    })
  return { ...order, place }
}

export type PlacedOrder = ReturnType<typeof usePlaceOrder>
