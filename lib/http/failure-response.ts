import type { StorefrontProblemType } from '#contracts/storefront.ts'
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

/** Prisma's errors for a database that cannot be reached, is too slow, or is read-only; its validation error is our bug. */
const DATABASE_AWAY = new Set([
  'PrismaClientInitializationError',
  'PrismaClientKnownRequestError',
  'PrismaClientUnknownRequestError',
  'DriverAdapterError',
])

/**
 * What the driver says of a connection that broke or never came: nameless errors, which Prisma passes on as they are where
 * a transaction begins.
 */
const CONNECTION_LOST =
  /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client (?:has encountered a connection error|was closed) )/

export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error &&
  (DATABASE_AWAY.has(error.name) || (error.name === 'Error' && CONNECTION_LOST.test(error.message)))

export function problemTypeOf(error: unknown): StorefrontProblemType {
  const name = error instanceof Error ? error.name : ''
  if (name === 'CoreUnavailable') return 'storefront/core-unavailable'
  if (name === 'ResellerServiceUnavailable') return 'storefront/reseller-service-unavailable'
  if (name === 'VersionNotReached') return 'storefront/version-not-reached'
  if (name === 'SitesUnknown' || name === 'AccountsUnavailable' || isDatabaseAway(error))
    return 'storefront/unavailable'
  return 'storefront/internal'
}
