import type { StorefrontProblemType } from '#contracts/storefront.ts'
import { guestRef } from '#lib/customer/guest-ref.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { ADDRESS_HEADER, GUEST_HEADER } from './auth.ts'
import { problemOfAuth } from './auth-problem.ts'

/** What became of asking the library; `cookies` are its Set-Cookie values, for the browser. */
export type AuthAnswer =
  | { readonly ok: true; readonly body: unknown; readonly cookies: readonly string[] }
  | {
      readonly ok: false
      readonly problem: StorefrontProblemType
      /** Seconds after which asking again makes sense, where a limit says so. */
      readonly retryAfterS?: number | undefined
    }

/** A browser's request, as far as accounts are concerned. */
export interface Asker {
  readonly site: Site
  readonly secure: boolean
  readonly headers: Headers
  readonly client: string | null
  readonly storefront: Pick<Storefront, 'auths' | 'environment' | 'log'>
}

/** `query` makes it a GET. */
type Question = { readonly body: object } | { readonly query: Readonly<Record<string, string>> }

/**
 * Asks Better Auth as if the browser had, at one of its own paths, so that its limits and checks apply. Only what it needs
 * goes in: the browser's cookies and name, an address that can be trusted, and an origin that `handle` has checked.
 */
export async function askAuth(asker: Asker, path: string, question: Question): Promise<AuthAnswer> {
  const { site, secure, storefront } = asker
  const origin = `${secure ? 'https' : 'http'}://${site.host}`
  const url = new URL(`/api/auth${path}`, origin)
  const asks = 'query' in question
  if (asks) url.search = new URLSearchParams(question.query).toString()
  const request = new Request(url, {
    method: asks ? 'GET' : 'POST',
    headers: innerHeaders(asker, origin),
    body: asks ? null : JSON.stringify(question.body),
  })
  try {
    const response = await storefront.auths.for(site, secure).handler(request)
    const body: unknown = await response.json().catch(() => null)
    if (!response.ok)
      return {
        ok: false,
        problem: problemOfAuth(response.status, codeOf(body)),
        retryAfterS: retryAfterOf(response.headers),
      }
    return { ok: true, body, cookies: response.headers.getSetCookie() }
  } catch (error) {
    storefront.log.warn({ err: error, path }, 'accounts cannot be asked')
    return { ok: false, problem: 'storefront/unavailable' }
  }
}

function innerHeaders({ site, headers, client, storefront: { environment } }: Asker, origin: string): Headers {
  const inner = new Headers({ origin, 'content-type': 'application/json' })
  const given = {
    cookie: headers.get('cookie'),
    'user-agent': headers.get('user-agent'),
    [ADDRESS_HEADER]: client,
    [GUEST_HEADER]: guestRef(headers, site, environment.secret),
  }
  for (const [name, value] of Object.entries(given)) if (value !== null) inner.set(name, value)
  return inner
}

/** The library's own name for it; it says the whole window (`RATE_LIMITS`), and knows no better. */
function retryAfterOf(headers: Headers): number | undefined {
  const seconds = Number(headers.get('x-retry-after'))
  return seconds > 0 ? seconds : undefined
}

function codeOf(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : null
}
