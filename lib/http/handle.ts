import { z } from 'zod'
import type { StorefrontProblemType } from '#contracts/storefront.ts'
import { type Account, mayActAs, type StaffRole } from '#lib/accounts/account.ts'
import { readAccount } from '#lib/accounts/read-account.ts'
import {
  CUSTOMER_COOKIE_MAX_AGE_S,
  customerCookieName,
  mintCustomerRef,
  sealCustomer,
} from '#lib/customer/customer-cookie.ts'
import { guestRef } from '#lib/customer/guest-ref.ts'
import { guestOfKey } from '#lib/customer/key-guest.ts'
import { isFromPreview } from '#lib/preview/from-preview.ts'
import type { Site } from '#lib/reseller/site.ts'
import { siteAt } from '#lib/reseller/site-address.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'
import type { Log } from '#platform/log.ts'
import { clientAddress } from './client-address.ts'
import { failureResponse } from './failure-response.ts'
import { isSecure } from './is-secure.ts'
import { problemResponse } from './problem-response.ts'
import { type BodyLimit, type FileKind, readBody, readFile, readForm } from './read-body.ts'
import { isSameOrigin, isSentFromElsewhere } from './same-origin.ts'
import { hostOnlyCookie } from './set-cookie.ts'

/*
 * The one way into a JSON route: origin → reseller → account, customer → path, query, headers and body → the route's own work →
 * problem documents for whatever went wrong. What a route receives is of the shape it named.
 */

/**
 * Who may call: `anyone` (nobody's identity is looked at), `maybe` (it is looked at, and there may be none), `known` (a
 * browser that has a customer; for all others what they ask for does not exist), or `minted` (a browser without one
 * becomes a new guest; the same one again where it repeats a random idempotency key, decision 0098).
 */
type CustomerNeed = 'anyone' | 'maybe' | 'known' | 'minted'

/**
 * `optional`: whoever it is, signed in or not. `needed`: whoever is signed in. A role: staff of this reseller who may do
 * at least that. Routes for customers read who is signed in without saying so.
 */
type AccountNeed = 'optional' | 'needed' | StaffRole

interface Spec<Params, Query, Body, Need extends CustomerNeed, Who extends AccountNeed | undefined> {
  readonly customer: Need
  /** Others get 401 when they are not signed in, and 404 (no staff) or 403 (a lesser role) when they are. */
  readonly account?: Who
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** Instead of JSON the body is a form's fields, as browsers and mail providers send them. */
  readonly form?: true
  /** How long the body may be; see `read-body.ts`. */
  readonly bodyLimit?: BodyLimit
  /** Instead of JSON the body is a file of this kind. */
  readonly file?: FileKind
  /** Requires an Idempotency-Key header. */
  readonly idempotent?: boolean
  /** Changes nothing that counts, so a page of a preview may do it too. */
  readonly inPreview?: boolean
  /**
   * May be sent from anywhere: by mail providers, whose own pages are where they are (decision 0090). Only where nobody's
   * cookies are looked at, so that a strange page has nothing to abuse but what it was given; see {@link comesFromWhereItMay}.
   */
  readonly anyOrigin?: true
}

/** A request as a route sees it. */
export interface Call<Params, Query, Body, Need extends CustomerNeed, Who extends AccountNeed | undefined = undefined> {
  readonly site: Site
  readonly storefront: Storefront
  /** Whose new things these are: the account's own, or the guest's where nobody is signed in. */
  readonly customerRef: Need extends 'anyone' ? null : Need extends 'maybe' ? string | null : string
  /** Whose things may be seen and changed: besides {@link customerRef} those of the guest that this browser was before. */
  readonly customerRefs: readonly string[]
  /** The guest that this request's key makes of a browser without a cookie; null where it makes none. */
  readonly keyGuest: string | null
  /** Makes the browser another guest than it was, one of the two above, because what it asked for is that one's. */
  readonly goOnAs: (customerRef: string) => void
  /** Null also where nobody's identity is looked at. */
  readonly account: Who extends 'needed' | StaffRole ? Account : Account | null
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Empty unless the route takes a file. */
  readonly file: Uint8Array
  /** Empty unless the route is idempotent. */
  readonly idempotencyKey: string
  readonly secure: boolean
  /** The address of who is asking, for limits; null where no edge says it. */
  readonly client: string | null
  /** As the browser sent them; for what only accounts look at. */
  readonly headers: Headers
}

type RouteContext = { readonly params: Promise<Record<string, string | string[] | undefined>> }
type Answer = Response | Promise<Response>

/** What a browser may choose as its key: printable, without spaces; a UUID is 36. */
const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'is needed: up to 200 printable characters')

export function handle<Params, Query, Body, Need extends CustomerNeed, Who extends AccountNeed | undefined = undefined>(
  spec: Spec<Params, Query, Body, Need, Who>,
  work: (call: Call<Params, Query, Body, Need, Who>) => Answer,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const parts = storefront()
    try {
      const secure = isSecure(request.headers)
      if (!comesFromWhereItMay(request, spec)) return problemResponse('storefront/forbidden-origin')
      if (isMutation(request) && !spec.inPreview && isFromPreview(request.headers))
        return problemResponse('storefront/preview')
      const { host, ...given } = await context.params
      const site = await siteAt(parts.sites, String(host))
      if (site === null) return problemResponse('storefront/not-found')
      const asksWho = spec.customer !== 'anyone' || spec.account !== undefined
      const account = asksWho ? await readAccount(site, request.headers.get('cookie'), secure, parts) : null
      const refused = spec.account === undefined ? null : refusalOf(account, spec.account)
      if (refused !== null) return problemResponse(refused)
      const guest = spec.customer === 'anyone' ? null : guestRef(request.headers, site, parts.environment.secret)
      const known = account?.customerRef ?? guest
      if (spec.customer === 'known' && known === null) return problemResponse('storefront/not-found')
      const params = (spec.params ?? z.unknown()).safeParse(given)
      if (!params.success) return problemResponse('storefront/not-found') // what is no id names nothing
      const input = await readInput(spec, request)
      if (input instanceof Response) return input
      const mints = spec.customer === 'minted'
      const keyGuest = mints ? guestOfKey(parts.environment.secret, site.resellerId, input.idempotencyKey) : null
      const customer = known ?? (mints ? (keyGuest ?? mintCustomerRef()) : null)
      let told = mints && account === null ? customer : null
      const call = {
        ...input,
        ...{ site, secure, headers: request.headers, storefront: parts, params: params.data as Params },
        client: clientAddress(request.headers, parts.environment.clientAddressHeader),
        customerRef: (spec.customer === 'anyone' ? null : customer) as Call<Params, Query, Body, Need>['customerRef'],
        customerRefs: [...new Set([customer, guest].filter((ref) => ref !== null))],
        keyGuest,
        goOnAs: (customerRef: string) => {
          if (customerRef !== account?.customerRef) told = customerRef
        },
        account: account as Call<Params, Query, Body, Need, Who>['account'],
      }
      // A failure tells a new guest who they are, too: asking again must be the same guest's asking.
      const response = await attempt(() => work(call), parts.log)
      if (told !== null)
        response.headers.append('set-cookie', customerCookie(site, told, secure, parts.environment.secret))
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

/** Taken on; what comes of it is told elsewhere. */
export function accepted(): Response {
  return new Response(null, { status: 202, headers: { 'cache-control': 'no-store' } })
}

/** Success with nothing to say. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
}

/** What acts for somebody comes from its own site, whatever else a route says. */
function comesFromWhereItMay(request: Request, spec: Sendable): boolean {
  const actsForNobody = spec.customer === 'anyone' && spec.account === undefined
  if (!isMutation(request) || (spec.anyOrigin && actsForNobody)) return true
  const { headers } = request
  return !isSentFromElsewhere(headers.get('sec-fetch-site')) && isSameOrigin(headers.get('origin'), headers.get('host'))
}

interface Sendable {
  readonly customer: CustomerNeed
  readonly account?: AccountNeed | undefined
  readonly anyOrigin?: true
}

function isMutation({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** Why somebody may not come in; null when they may. That there is a staff's side is nobody else's business. */
function refusalOf(account: Account | null, need: AccountNeed): StorefrontProblemType | null {
  if (need === 'optional') return null
  if (account === null) return 'storefront/sign-in-needed'
  if (need === 'needed' || mayActAs(account.staff, need)) return null
  return account.staff === null ? 'storefront/not-found' : 'storefront/forbidden'
}

function customerCookie(site: Site, customerRef: string, secure: boolean, secret: string): string {
  const value = sealCustomer(secret, site.resellerId, customerRef)
  return hostOnlyCookie(customerCookieName(secure), value, { maxAgeS: CUSTOMER_COOKIE_MAX_AGE_S, secure })
}

/** Query, body and key; or the problem with one of them. */
async function readInput<Params, Query, Body, Need extends CustomerNeed>(
  spec: Spec<Params, Query, Body, Need, AccountNeed | undefined>,
  request: Request,
): Promise<Response | { query: Query; body: Body; file: Uint8Array; idempotencyKey: string }> {
  const query = (spec.query ?? z.unknown()).safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return invalid(query.error)
  const key = spec.idempotent ? IdempotencyKey.safeParse(request.headers.get('idempotency-key') ?? '') : null
  if (key?.success === false) return invalid(key.error, 'Idempotency-Key')
  const rest = { query: query.data as Query, idempotencyKey: key?.data ?? '', file: new Uint8Array() }
  if (spec.file) {
    const read = await readFile(request, spec.file)
    if ('fault' in read) return problemResponse(read.fault)
    return { ...rest, body: undefined as Body, file: read.bytes }
  }
  if (!spec.body) return { ...rest, body: undefined as Body }
  const read = await (spec.form ? readForm(request) : readBody(request, spec.bodyLimit))
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
