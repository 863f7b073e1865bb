import { z } from 'zod'
import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { guestOfKey } from '#lib/customer/key-guest.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { failureResponse } from '#lib/http/failure-response.ts'
import { isSecure } from '#lib/http/is-secure.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { isFromPreview } from '#lib/preview/from-preview.ts'
import { siteAt } from '#lib/reseller/site-address.ts'
import { storefront } from '#lib/storefront.ts'
import type { Log } from '#platform/log.ts'
import type { Call } from './call.ts'
import { readCaller } from './caller.ts'
import { guestCookie } from './guest-cookie.ts'
import { readInput } from './route-input.ts'
import type { AccountNeed, CustomerNeed, RouteSpec } from './route-spec.ts'
import { comesFromWhereItMay, isMutation } from './sending-page.ts'

/*
 * The one way into a JSON route: origin → reseller → account, customer → path, query, headers and body → the route's own work →
 * problem documents for whatever went wrong. What a route receives is of the shape it named.
 */

type RouteContext = { readonly params: Promise<Record<string, string | string[] | undefined>> }
type Answer = Response | Promise<Response>

export function handle<Params, Query, Body, Need extends CustomerNeed, Who extends AccountNeed | undefined = undefined>(
  spec: RouteSpec<Params, Query, Body, Need, Who>,
  work: (call: Call<Params, Query, Body, Need, Who>) => Answer,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const parts = storefront()
    const { secret, clientAddressHeader } = parts.environment
    try {
      const secure = isSecure(request.headers)
      if (!comesFromWhereItMay(request, spec)) return problemResponse('storefront/forbidden-origin')
      if (isMutation(request) && !spec.inPreview && isFromPreview(request.headers))
        return problemResponse('storefront/preview')
      const { host, ...given } = await context.params
      const site = await siteAt(parts.sites, String(host))
      if (site === null) return problemResponse('storefront/not-found')
      const caller = await readCaller(spec, request, { site, secure, parts })
      if (typeof caller === 'string') return problemResponse(caller)
      const { account, guest, known } = caller
      const params = (spec.params ?? z.unknown()).safeParse(given)
      if (!params.success) return problemResponse('storefront/not-found') // what is no id names nothing
      const input = await readInput(spec, request)
      if (input instanceof Response) return input
      const mints = spec.customer === 'minted'
      const keyGuest = mints ? guestOfKey(secret, site.resellerId, input.idempotencyKey) : null
      const customer = known ?? (mints ? (keyGuest ?? mintCustomerRef()) : null)
      let told = mints && account === null ? customer : null
      const call = {
        ...input,
        ...{ site, secure, headers: request.headers, storefront: parts, params: params.data as Params },
        client: clientAddress(request.headers, clientAddressHeader),
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
      if (told !== null) response.headers.append('set-cookie', guestCookie(secret, site.resellerId, told, secure))
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
