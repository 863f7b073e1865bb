'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ownSales } from '#components/availability/own-sales.ts'
import { expectInbox } from '#components/inbox/inbox-hint.ts'
import { useLiveStream } from '#components/realtime/use-live-stream.ts'
import type { OrderView } from '#contracts/storefront.ts'
import { orderKey, readOrder } from './order-queries.ts'

/** Payments are decided within seconds. Messages tell us; asking is for the case that they do not come. */
const ASK_MS = 2_500
const ASK_WHILE_LIVE_MS = 10_000

/** The buyer's own order as it goes on: by message, by asking while it is pending, and told to the other tabs. */
export function useOrder(initial: OrderView, linkKey: string | undefined): OrderView {
  const queries = useQueryClient()
  const { id } = initial
  const askAgain = () => void queries.invalidateQueries({ queryKey: orderKey(id), exact: true })
  const status = useLiveStream('private.order', {
    onMessage: ({ event, data }) => {
      if (event !== 'order.updated' || data.orderId !== id) return
      if (data.status !== 'pending_payment') ownSales.settle(id, data.saleIds ?? [])
      askAgain()
    },
    onReady: ({ resumed }) => {
      if (!resumed) askAgain()
    },
    onReset: askAgain,
  })
  const { data: order } = useQuery({
    queryKey: orderKey(id),
    queryFn: ({ signal }) => readOrder(id, linkKey, signal),
    initialData: initial,
    staleTime: 0,
    refetchInterval: ({ state }) => {
      if (state.data?.status !== 'pending_payment') return false
      // Messages come to the buyer's own browsers; whoever has a link asks.
      return (status === 'live' && linkKey === undefined ? ASK_WHILE_LIVE_MS : ASK_MS) * (0.8 + Math.random() * 0.4)
    },
  })
  useEffect(() => {
    if (linkKey === undefined) expectInbox() // a link makes nobody a reader of the buyer's inbox
  }, [linkKey])
  useEffect(() => {
    if (order.status === 'pending_payment') ownSales.expect(id, order.showId, order.items)
    else ownSales.settle(id, order.saleIds ?? [])
  }, [id, order])
  return order
}
