import { Order, type Ticket, TicketPage } from '#contracts/order.ts'
import type { Problem } from '#contracts/problem.ts'
import type { NewOrder, OrderView } from '#contracts/storefront.ts'
import { coreIdempotencyKey } from '#lib/customer/idempotency-key.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'
import { viewOfOrder } from './order-view.ts'

type Deps = Pick<Storefront, 'core' | 'holdMemory' | 'log'>

export type OrderOutcome =
  | { readonly outcome: 'ordered'; readonly order: OrderView }
  | { readonly outcome: 'refused'; readonly problem: Problem }
  | { readonly outcome: 'unknown-hold' }

/**
 * Turns a buyer's hold into an order; payment goes on at core. A hold becomes one order at most, so the hold itself is
 * the idempotency key: whoever submits again, after a lost answer or a reload, gets the order that exists.
 * @throws CoreUnavailable when core gave no answer; the order may exist then.
 */
export async function createOrder(
  site: Site,
  customerRef: string,
  { holdId, buyer }: NewOrder,
  { core, holdMemory, log }: Deps = storefront(),
): Promise<OrderOutcome> {
  if ((await holdMemory.find(site.resellerId, customerRef, holdId)) === null) return { outcome: 'unknown-hold' }
  const answer = await core.send(site.resellerId, {
    method: 'POST',
    path: '/v1/orders',
    answer: Order,
    body: { holdId, customerRef, buyer },
    idempotencyKey: coreIdempotencyKey(customerRef, `order:${holdId}`),
  })
  if (!answer.ok) return { outcome: 'refused', problem: answer.problem }
  try {
    await holdMemory.markOrdered(site.resellerId, customerRef, holdId, answer.value.id)
  } catch (error) {
    // The buyer has an order; that our note about the hold failed is no reason to tell them otherwise.
    log.warn({ err: error, holdId, orderId: answer.value.id }, 'could not remember what a hold became')
  }
  return { outcome: 'ordered', order: viewOfOrder(answer.value) }
}

/**
 * A buyer's own order as core has it now; null when there is none under that id, or it is somebody else's.
 * @throws CoreUnavailable
 */
export async function findOrder(
  site: Site,
  customerRef: string,
  orderId: string,
  { core }: Pick<Deps, 'core'> = storefront(),
): Promise<OrderView | null> {
  const answer = await core.get(site.resellerId, `/v1/orders/${encodeURIComponent(orderId)}`, Order)
  return answer.ok && answer.value.customerRef === customerRef ? viewOfOrder(answer.value) : null
}

/**
 * The tickets of a buyer's own order, empty until it is confirmed; null as for {@link findOrder}.
 * @throws CoreUnavailable
 */
export async function listTickets(
  site: Site,
  customerRef: string,
  orderId: string,
  { core }: Pick<Deps, 'core'> = storefront(),
): Promise<Ticket[] | null> {
  const order = `/v1/orders/${encodeURIComponent(orderId)}`
  // Both at once: whose order it is decides whether the tickets are shown, not whether they are read.
  const [owner, tickets] = await Promise.all([
    core.get(site.resellerId, order, Order),
    core.get(site.resellerId, `${order}/tickets`, TicketPage),
  ])
  if (!owner.ok || owner.value.customerRef !== customerRef) return null
  return tickets.ok ? tickets.value.items : []
}
