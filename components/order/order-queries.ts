import { call } from '#components/api/call.ts'
import type { Ticket } from '#contracts/order.ts'
import type { OrderView } from '#contracts/storefront.ts'

export const orderKey = (orderId: string) => ['order', orderId] as const
export const ticketsKey = (orderId: string) => ['order', orderId, 'tickets'] as const

const address = (orderId: string) => `/api/orders/${encodeURIComponent(orderId)}`

export const readOrder = (orderId: string, signal?: AbortSignal): Promise<OrderView> =>
  call<OrderView>(address(orderId), signal ? { signal } : {})

export async function readTickets(orderId: string, signal?: AbortSignal): Promise<readonly Ticket[]> {
  const { items } = await call<{ items: Ticket[] }>(`${address(orderId)}/tickets`, signal ? { signal } : {})
  return items
}
