import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, NO_CONTENT_POLICY, realtimeOrigin } from '#lib/http/content-security-policy.ts'
import { NONCE_HEADER } from '#lib/http/current-nonce.ts'
import { internalHeaders } from '#lib/http/inbound-headers.ts'
import { isSecure } from '#lib/http/is-secure.ts'
import { isShareable } from '#lib/http/page-caching.ts'
import { routeOf, sitePath } from '#lib/http/route-of.ts'
import { SECURITY_HEADERS } from '#lib/http/security-headers.ts'
import { isPreviewed, PREVIEW_HEADER, previewPath } from '#lib/preview/preview-path.ts'
import { normaliseHost } from '#lib/reseller/normalise-host.ts'
import { storefront } from '#lib/storefront.ts'
import { isMachineHost } from '#platform/machine-host.ts'

/** How long an edge may keep a page that is the same for everybody, in seconds. */
const SHARED_FOR_S = '2'

/** The one page that shows others of ours in frames: the live site and a draft, side by side. */
const FRAMING_PAGE = /^\/admin\/preview$/

/** A preview is for now and for whoever has its address: no cache keeps it, no index lists it. */
const UNKEPT = [
  ['cache-control', 'private, no-store'],
  ['x-robots-tag', 'noindex, nofollow, noarchive'],
  ['referrer-policy', 'same-origin'],
] as const

/**
 * Every request passes here: host → reseller, internal headers off, nonce and cache headers on, path → the
 * reseller's. It decides no access: that is done next to the data.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const hostHeader = request.headers.get('host')
  const { pathname } = request.nextUrl
  const route = routeOf(pathname, isMachineHost(hostHeader))
  switch (route.to) {
    case 'file':
      return NextResponse.next({ request: { headers: cleanHeaders(request) } })
    case 'ops':
      return rewrite(request, route.path, cleanHeaders(request))
    case 'nowhere':
      return plain(404, 'Not found')
    case 'refusal':
      return plain(400, 'Bad request')
    case 'site':
      return toSite(request, normaliseHost(hostHeader))
  }
}

async function toSite(request: NextRequest, host: string | null): Promise<NextResponse> {
  const { environment, sites, log } = storefront()
  try {
    if (host === null || (await sites.find(host)) === null) return plain(404, 'Not found')
  } catch (error) {
    log.error({ err: error }, 'no request can be served yet')
    return plain(503, 'Back in a moment', { 'retry-after': '2' })
  }
  const { pathname } = request.nextUrl
  const preview = previewPath(pathname)
  const nonce = randomBytes(16).toString('hex')
  const policy = contentSecurityPolicy({
    nonce,
    realtimeOrigin: realtimeOrigin(host, environment.realtimePort, isSecure(request.headers)),
    development: process.env.NODE_ENV === 'development',
    framing: preview ? 'framed' : FRAMING_PAGE.test(pathname) ? 'frames' : undefined,
  })
  const headers = cleanHeaders(request)
  headers.set(NONCE_HEADER, nonce)
  headers.set('content-security-policy', policy) // Next takes the nonce for its own scripts from here
  if (preview) headers.set(PREVIEW_HEADER, preview.key) // whether it may be seen is decided next to the data
  const response = rewrite(request, sitePath(host, preview ? previewedPage(preview.path) : pathname), headers)
  response.headers.set('content-security-policy', policy)
  if (preview) for (const [name, value] of UNKEPT) response.headers.set(name, value)
  if (
    isShareable(
      request.method,
      pathname,
      request.cookies.getAll().map(({ name }) => name),
    )
  ) {
    response.headers.set('x-accel-expires', SHARED_FOR_S)
    response.headers.set('x-edge-nonce', nonce)
  }
  return response
}

/** What is no page for everybody has no preview; this leads to the page that says so. */
const previewedPage = (path: string): string => (isPreviewed(path) ? path : '/preview/nothing')

function cleanHeaders(request: NextRequest): Headers {
  const headers = new Headers(request.headers)
  for (const name of internalHeaders(headers.keys())) headers.delete(name)
  return headers
}

function rewrite(request: NextRequest, pathname: string, headers: Headers): NextResponse {
  const url = request.nextUrl.clone()
  url.pathname = pathname
  return NextResponse.rewrite(url, { request: { headers } })
}

/** An answer for hosts and paths that are nobody's: no brand, no markup. */
function plain(status: number, text: string, extra: Record<string, string> = {}): NextResponse {
  const response = new NextResponse(`${text}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': NO_CONTENT_POLICY,
      ...extra,
    },
  })
  for (const { key, value } of SECURITY_HEADERS) response.headers.set(key, value)
  return response
}
