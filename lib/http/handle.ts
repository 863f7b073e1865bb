import { z } from 'zod'
import {
  CUSTOMER_COOKIE,
  CUSTOMER_COOKIE_MAX_AGE_S,
  mintCustomerRef,
  sealCustomer,
  unsealCustomer,
} from '#lib/customer/customer-cookie.ts'
import type { Site } from '#lib/reseller/site.ts'
import { siteAt } from '#lib/reseller/site-address.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'
import type { Log } from '#platform/log.ts'
import { failureResponse } from './failure-response.ts'
import { isSecure } from './is-secure.ts'
import { problemResponse } from './problem-response.ts'
import { readBody } from './read-body.ts'
import { isSameOrigin } from './same-origin.ts'
import { cookieValue, hostOnlyCookie } from './set-cookie.ts'

/*
 * The one way into a JSON route: origin → reseller → customer → path, query, headers and body → the route's own work →
 * problem documents for whatever went wrong. What a route receives is of the shape it named.
 */

/**
 * Who may call: `anyone` (nobody's identity is looked at), `known` (a browser that has a customer; for all others what
 * they ask for does not exist), or `minted` (a browser without one becomes a new guest).
 */
type CustomerNeed = 'anyone' | 'known' | 'minted'

interface Spec<Params, Query, Body, Need extends CustomerNeed> {
  readonly customer: Need
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** Requires an Idempotency-Key header. */
  readonly idempotent?: boolean
}

/** A request as a route sees it. */
export interface Call<Params, Query, Body, Need extends CustomerNeed> {
  readonly site: Site
  readonly storefront: Storefront
  readonly customerRef: Need extends 'anyone' ? null : string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Empty unless the route is idempotent. */
  readonly idempotencyKey: string
  readonly secure: boolean
}

type RouteContext = { readonly params: Promise<Record<string, string | string[] | undefined>> }
type Answer = Response | Promise<Response>

/** What a browser may choose as its key: printable, without spaces; a UUID is 36. */
const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'is needed: up to 200 printable characters')

export function handle<Params, Query, Body, Need extends CustomerNeed>(
  spec: Spec<Params, Query, Body, Need>,
  work: (call: Call<Params, Query, Body, Need>) => Answer,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const parts = storefront()
    try {
      const secure = isSecure(request.headers)
      if (isMutation(request) && !isSameOrigin(request.headers.get('origin'), request.headers.get('host')))
        return problemResponse('storefront/forbidden-origin')
      const { host, ...given } = await context.params
      const site = await siteAt(parts.sites, String(host))
      if (site === null) return problemResponse('storefront/not-found')
      const customer = customerOf(request, site, spec.customer, parts.environment.secret)
      if (customer === 'unknown') return problemResponse('storefront/not-found')
      const params = (spec.params ?? z.unknown()).safeParse(given)
      if (!params.success) return problemResponse('storefront/not-found') // what is no id names nothing
      const input = await readInput(spec, request)
      if (input instanceof Response) return input
      const customerRef = customer as Call<Params, Query, Body, Need>['customerRef']
      const call = { ...input, site, secure, storefront: parts, params: params.data as Params, customerRef }
      // A failure tells a new guest who they are, too: asking again must be the same guest's asking.
      const response = await attempt(() => work(call), parts.log)
      if (spec.customer === 'minted' && customer !== null)
        response.headers.append('set-cookie', customerCookie(site, customer, secure, parts.environment.secret))
      return response
    } catch (error) {
      return failureResponse(error, parts.log)
    }
  }
}

async function attempt(work: () => Answer, log: Log): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    return failureResponse(error, log)
  }
}

/** A value as a JSON response that nobody keeps. */
export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store' } })
}

/** Success with nothing to say. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}

function isMutation({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

function customerOf(request: Request, site: Site, need: CustomerNeed, secret: string): string | null | 'unknown' {
  if (need === 'anyone') return null
  const cookie = cookieValue(request.headers.get('cookie'), CUSTOMER_COOKIE)
  const known = unsealCustomer(secret, site.resellerId, cookie)
  return known ?? (need === 'minted' ? mintCustomerRef() : 'unknown')
}

function customerCookie(site: Site, customerRef: string, secure: boolean, secret: string): string {
  const value = sealCustomer(secret, site.resellerId, customerRef)
  return hostOnlyCookie(CUSTOMER_COOKIE, value, { maxAgeS: CUSTOMER_COOKIE_MAX_AGE_S, secure })
}

/** Query, body and key; or the problem with one of them. */
async function readInput<Params, Query, Body, Need extends CustomerNeed>(
  spec: Spec<Params, Query, Body, Need>,
  request: Request,
): Promise<Response | { query: Query; body: Body; idempotencyKey: string }> {
  const query = (spec.query ?? z.unknown()).safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return invalid(query.error)
  const key = spec.idempotent ? IdempotencyKey.safeParse(request.headers.get('idempotency-key') ?? '') : null
  if (key?.success === false) return invalid(key.error, 'Idempotency-Key')
  const rest = { query: query.data as Query, idempotencyKey: key?.data ?? '' }
  if (!spec.body) return { ...rest, body: undefined as Body }
  const read = await readBody(request)
  if ('fault' in read) return problemResponse(read.fault)
  const body = spec.body.safeParse(read.json)
  return body.success ? { ...rest, body: body.data } : invalid(body.error)
}

/** Ten faults are enough to mend a form. */
function invalid(error: z.ZodError, path?: string): Response {
  const fields = error.issues.slice(0, 10).map((issue) => ({
    path: path ?? issue.path.join('.').slice(0, 200),
    message: issue.message,
  }))
  return problemResponse('storefront/invalid-request', { fields })
}
