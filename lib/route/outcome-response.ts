import type { HoldOutcome } from '#lib/holds/holds.ts'
import { json } from '#lib/http/json-response.ts'
import { passOn, problemResponse } from '#lib/http/problem-response.ts'
import type { OrderOutcome } from '#lib/orders/orders.ts'

/** What became of asking for a hold, as a response; `status` is the one of success. */
export function holdResponse(outcome: HoldOutcome, status: 200 | 201): Response {
  return outcome.outcome === 'held' ? json(outcome.hold, status) : refusalResponse(outcome)
}

/** What became of asking for an order, as a response. */
export function orderResponse(outcome: OrderOutcome): Response {
  return outcome.outcome === 'ordered' ? json(outcome.order, 201) : refusalResponse(outcome)
}

function refusalResponse(outcome: Exclude<HoldOutcome, { outcome: 'held' }>): Response {
  return outcome.outcome === 'refused' ? passOn(outcome.problem) : problemResponse('storefront/not-found')
}
