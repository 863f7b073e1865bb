import type { OrderStatus } from '#contracts/order.ts'

/** What can be counted of an order, each once: its tickets sold, its tickets back on sale, its money paid back. */
export type SaleChange = 'sold' | 'given_back' | 'refunded'

/**
 * What a status means for the board. An order may be cancelled first and refunded later: its tickets come back with
 * whichever is first, its money only with the refund, since a cancellation does not say that anything was paid back.
 */
const CHANGES: Readonly<Record<OrderStatus, readonly SaleChange[]>> = {
  pending_payment: [],
  confirmed: ['sold'],
  failed: [],
  cancelled: ['given_back'],
  refunded: ['given_back', 'refunded'],
}

export const changesOf = (status: OrderStatus): readonly SaleChange[] => CHANGES[status]
