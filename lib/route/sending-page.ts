import { isSameOrigin, isSentFromElsewhere } from '#lib/http/same-origin.ts'
import type { AccountNeed, CustomerNeed } from './route-spec.ts'

/** As much of a route as says whether strange pages may send to it. */
interface Sendable {
  readonly customer: CustomerNeed
  readonly account?: AccountNeed | undefined
  readonly anyOrigin?: true
}

type Sent = Pick<Request, 'method' | 'headers'>

/** Whether a request comes from a page that may send it. What acts for somebody comes from its own site, whatever a route says. */
export function comesFromWhereItMay(request: Sent, route: Sendable): boolean {
  const actsForNobody = route.customer === 'anyone' && route.account === undefined
  if (!isMutation(request) || (route.anyOrigin && actsForNobody)) return true
  const { headers } = request
  return !isSentFromElsewhere(headers.get('sec-fetch-site')) && isSameOrigin(headers.get('origin'), headers.get('host'))
}

/** Whether a request may change something. */
export function isMutation({ method }: Pick<Request, 'method'>): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
