import { Order, type Ticket, TicketPage } from '#contracts/order.ts'
import type { Problem } from '#contracts/problem.ts'
import type { NewOrder, OrderView } from '#contracts/storefront.ts'
import { coreIdempotencyKey } from '#lib/customer/idempotency-key.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { isLiveKey, opensOrder } from '#platform/order-link.ts'
import { viewOfOrder } from './order-view.ts'
import { isTotal, refusePrice } from './price-recheck.ts'

type Deps = Pick<Storefront, 'core' | 'holdMemory' | 'otherTotals' | 'log'>
type Opening = Pick<Storefront, 'core' | 'environment'>

export type OrderOutcome =
  | { readonly outcome: 'ordered'; readonly order: OrderView }
  | { readonly outcome: 'refused'; readonly problem: Problem }
  | { readonly outcome: 'unknown-hold' }

/**
 * Turns a buyer's hold into an order; payment goes on at core. A hold becomes one order at most, so the hold itself is
 * the idempotency key: whoever submits again, after a lost answer or a reload, gets the order that exists. What the buyer
 * agreed to pay is part of it, because core refuses another price once for each key, and the buyer may agree to the new one.
 * That a core ignores it is not hidden: see `price-recheck.ts`.
 * @throws CoreUnavailable when core gave no answer; the order may exist then.
 */
export async function createOrder(
  site: Site,
  customerRef: string,
  { holdId, buyer, total }: NewOrder,
  { core, holdMemory, otherTotals, log }: Deps,
): Promise<OrderOutcome> {
  const held = await holdMemory.find(site.resellerId, customerRef, holdId)
  if (held === null) return { outcome: 'unknown-hold' }
  const refusal = refusePrice(held, total)
  if (refusal) return { outcome: 'refused', problem: refusal }
  // First, for core's events may be faster than its answer: what they tell the buyer is in the language they read here.
  if (held.locale !== site.config.locale)
    await holdMemory.noteLanguage(site.resellerId, customerRef, holdId, site.config.locale)
  const answer = await core.send(site.resellerId, {
    method: 'POST',
    path: '/v1/orders',
    answer: Order,
    body: { holdId, customerRef, buyer, ...(total ? { total } : {}) },
    idempotencyKey: coreIdempotencyKey(customerRef, `order:${holdId}${total ? `:${total.amount}` : ''}`),
  })
  if (!answer.ok) {
    const { total: now } = answer.problem
    if (now !== undefined) await holdMemory.markRepriced(site.resellerId, customerRef, holdId, now)
    return { outcome: 'refused', problem: answer.problem }
  }
  try {
    await holdMemory.markOrdered(site.resellerId, customerRef, holdId, answer.value.id)
  } catch (error) {
    // The buyer has an order; that our note about the hold failed is no reason to tell them otherwise.
    log.warn({ err: error, holdId, orderId: answer.value.id }, 'could not remember what a hold became')
  }
  // Where a browser does not say what it showed, it was what core last said of the hold.
  const agreed = total ?? { amount: held.total.amount, currency: held.total.currency }
  if (isTotal(agreed, answer.value.total)) return { outcome: 'ordered', order: viewOfOrder(answer.value) }
  await otherTotals.note(site.resellerId, answer.value.id, agreed)
  return { outcome: 'ordered', order: viewOfOrder(answer.value, agreed) }
}

/** Who wants to see an order: its buyer, by any of their references, or whoever has a link to it (decision 0081). */
export interface Opener {
  readonly customerRefs: readonly string[]
  /** From the link's address. */
  readonly key?: string | undefined
}

/**
 * An order as core has it now, for its buyer or by a link; null when there is none under that id, it is somebody else's,
 * or the key opens another. A link shows this order and changes nothing about who somebody is.
 * @throws CoreUnavailable
 */
export async function openOrder(
  site: Site,
  { customerRefs, key }: Opener,
  orderId: string,
  { core, environment }: Opening,
): Promise<Order | null> {
  if (customerRefs.length === 0 && !isLiveKey(key, Date.now())) return null
  const answer = await core.get(site.resellerId, `/v1/orders/${encodeURIComponent(orderId)}`, Order)
  if (!answer.ok) return null
  const { customerRef } = answer.value
  if (customerRefs.includes(customerRef)) return answer.value
  const linked = { resellerId: site.resellerId, orderId: answer.value.id, customerRef }
  return opensOrder(environment.orderLinkSecret, linked, key, Date.now()) ? answer.value : null
}

/** {@link openOrder}, as the browser sees it. @throws CoreUnavailable */
export async function findOrder(
  site: Site,
  opener: Opener,
  orderId: string,
  deps: Opening & Pick<Storefront, 'otherTotals'>,
): Promise<OrderView | null> {
  // Both at once: whose order it is decides whether anything is shown, not whether it is read.
  const [order, agreed] = await Promise.all([
    openOrder(site, opener, orderId, deps),
    deps.otherTotals.find(site.resellerId, orderId),
  ])
  return order && viewOfOrder(order, agreed)
}

/**
 * An order's tickets, empty until it is confirmed; null as for {@link openOrder}.
 * @throws CoreUnavailable
 */
export async function listTickets(
  site: Site,
  opener: Opener,
  orderId: string,
  deps: Opening,
): Promise<Ticket[] | null> {
  if (opener.customerRefs.length === 0 && !isLiveKey(opener.key, Date.now())) return null
  // Both at once: whose order it is decides whether the tickets are shown, not whether they are read.
  const [order, tickets] = await Promise.all([
    openOrder(site, opener, orderId, deps),
    deps.core.get(site.resellerId, `/v1/orders/${encodeURIComponent(orderId)}/tickets`, TicketPage),
  ])
  if (order === null) return null
  return tickets.ok ? tickets.value.items : []
}
