import type { StorefrontProblemType } from '#contracts/storefront.ts'
import { isDatabaseAway } from '#platform/database-away.ts'
import type { Log } from '#platform/log.ts'
import { problemResponse } from './problem-response.ts'

/**
 * The answer to a failure that reached the edge of a route. Known failures by name, because Next may have bundled
 * their classes more than once; anything else is a fault of ours and is logged as one.
 */
export function failureResponse(error: unknown, log: Log): Response {
  const type = problemTypeOf(error)
  if (type === 'storefront/internal') log.error({ err: error }, 'a request failed')
  else log.warn({ err: error }, 'a request could not be served')
  return problemResponse(type)
}

export function problemTypeOf(error: unknown): StorefrontProblemType {
  const name = error instanceof Error ? error.name : ''
  if (name === 'CoreUnavailable') return 'storefront/core-unavailable'
  if (name === 'ResellerServiceUnavailable') return 'storefront/reseller-service-unavailable'
  if (name === 'VersionNotReached') return 'storefront/version-not-reached'
  if (name === 'SitesUnknown' || name === 'AccountsUnavailable' || isDatabaseAway(error))
    return 'storefront/unavailable'
  return 'storefront/internal'
}
