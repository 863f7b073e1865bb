import { call } from '#components/api/call.ts'
import type { Ticket } from '#contracts/order.ts'
import type { OrderView } from '#contracts/storefront.ts'

export const orderKey = (orderId: string) => ['order', orderId] as const
export const ticketsKey = (orderId: string) => ['order', orderId, 'tickets'] as const

/** Of an order or of something below it. @param linkKey from a mailed link's address, which it opened */
export const orderAddress = (orderId: string, linkKey: string | undefined, below = ''): string =>
  `/api/orders/${encodeURIComponent(orderId)}${below}${linkKey === undefined ? '' : `?key=${encodeURIComponent(linkKey)}`}`

export const readOrder = (orderId: string, linkKey: string | undefined, signal: AbortSignal): Promise<OrderView> =>
  call<OrderView>(orderAddress(orderId, linkKey), { signal })

export async function readTickets(
  orderId: string,
  linkKey: string | undefined,
  signal: AbortSignal,
): Promise<readonly Ticket[]> {
  const { items } = await call<{ items: Ticket[] }>(orderAddress(orderId, linkKey, '/tickets'), { signal })
  return items
}
