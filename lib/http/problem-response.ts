import { PROBLEM_STATUS, type Problem, type ProblemType } from '#contracts/problem.ts'
import { STOREFRONT_PROBLEM_STATUS, type StorefrontProblemType } from '#contracts/storefront.ts'

/** The short sentence that goes with each type of ours; core's problems bring their own. */
const TITLES: Readonly<Record<StorefrontProblemType, string>> = {
  'storefront/invalid-request': 'The request cannot be understood',
  'storefront/sign-in-needed': 'Please sign in first',
  'storefront/forbidden': 'Your role does not include this',
  'storefront/wrong-credentials': 'The address or the password is wrong',
  'storefront/email-not-verified': 'The address has to be confirmed first',
  'storefront/wrong-password': 'The password is wrong',
  'storefront/last-owner': 'A reseller keeps one owner at least',
  'storefront/link-used-up': 'The link is not valid any more',
  'storefront/too-many-attempts': 'Too many attempts; please wait a while',
  'storefront/forbidden-origin': 'This request did not come from this site',
  'storefront/not-found': 'There is no such thing here',
  'storefront/preview': 'This is a preview: nothing can be bought or changed here',
  'storefront/method-not-allowed': 'This cannot be done here',
  'storefront/not-sold-out': 'There are tickets',
  'storefront/version-not-reached': 'The show has not reached that version',
  'storefront/too-large': 'The request is too large',
  'storefront/too-often': 'Too much from one address',
  'storefront/unsupported-media-type': 'The request has to be of another type',
  'storefront/newer-version': 'Somebody else has saved a newer version',
  'storefront/other-version-live': 'Another version has gone live meanwhile',
  'storefront/unreadable': 'Some of its colours cannot be read',
  'storefront/unusable-picture': 'This file cannot be used as a picture',
  'storefront/no-room': 'There is no room for more pictures: remove some that are not shown any more',
  'storefront/picture-shown': 'This picture is shown by the live version or by the newest draft',
  'storefront/reseller-service-unavailable': 'The service that keeps your site’s versions cannot be reached right now',
  'storefront/core-unavailable': 'Tickets cannot be reached right now',
  'storefront/unavailable': 'This cannot be done right now',
  'storefront/internal': 'Something went wrong on our side',
}

/**
 * Seconds after which asking again makes sense, where the route does not know better. Of too many attempts only the limit
 * knows, so whoever answers with it says so.
 */
const RETRY_AFTER: Partial<Record<StorefrontProblemType, string>> = {
  'storefront/version-not-reached': '1',
  'storefront/too-often': '2',
  'storefront/core-unavailable': '2',
  'storefront/unavailable': '2',
  'storefront/reseller-service-unavailable': '2',
}

type Detail = Pick<Problem, 'detail' | 'fields' | 'version'>

/**
 * A problem of our own, as a response.
 * @param retryAfterS seconds after which asking again makes sense: what is left of the window of whatever was counted
 */
export function problemResponse(type: StorefrontProblemType, detail: Detail = {}, retryAfterS?: number): Response {
  const retryAfter = retryAfterS === undefined ? RETRY_AFTER[type] : String(retryAfterS)
  const problem: Problem = { type, title: TITLES[type], status: STOREFRONT_PROBLEM_STATUS[type], ...detail }
  return respond(problem, retryAfter === undefined ? {} : { 'retry-after': retryAfter })
}

/** Core's refusal, passed on under its own name. A type nobody agreed on becomes a plain 400, whatever status it had. */
export function passOn(problem: Problem): Response {
  if (!Object.hasOwn(PROBLEM_STATUS, problem.type)) return problemResponse('storefront/invalid-request')
  return respond({ ...problem, status: PROBLEM_STATUS[problem.type as ProblemType] })
}

function respond(problem: Problem, headers: Record<string, string> = {}): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { ...headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
