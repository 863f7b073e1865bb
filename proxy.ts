import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { belongsToPrimaryHost, isElsewhere } from '#lib/http/canonical-host.ts'
import { contentSecurityPolicy, NO_CONTENT_POLICY, realtimeOrigin } from '#lib/http/content-security-policy.ts'
import { NONCE_HEADER } from '#lib/http/current-nonce.ts'
import { PATH_HEADER } from '#lib/http/current-path.ts'
import { internalHeaders } from '#lib/http/inbound-headers.ts'
import { isSecure } from '#lib/http/is-secure.ts'
import { isShareable } from '#lib/http/page-caching.ts'
import { routeOf, sitePath } from '#lib/http/route-of.ts'
import { SECURITY_HEADERS } from '#lib/http/security-headers.ts'
import { isWithoutLanguage, type LanguagePath, languageOfCall, readLanguage } from '#lib/language/language-path.ts'
import { localesOf } from '#lib/language/languages.ts'
import { normaliseHost } from '#lib/reseller/normalise-host.ts'
import { publicOrigin } from '#lib/reseller/public-origin.ts'
import type { Site } from '#lib/reseller/site.ts'
import { siteAddress } from '#lib/reseller/site-address.ts'
import { storefront } from '#lib/storefront.ts'
import { isMachineHost } from '#platform/machine-host.ts'

/** How long an edge may keep a page that is the same for everybody, in seconds. */
const SHARED_FOR_S = '2'

/**
 * Every request passes here: host → reseller, language off its path, internal headers off, nonce and cache headers on,
 * path → the reseller's, in that language. It decides no access: that is done next to the data.
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
  const { sites, log } = storefront()
  let site: Site | null
  let primary: Site | null
  try {
    site = host === null ? null : await sites.find(host)
    primary = site && (await sites.find(site.primaryHost))
  } catch (error) {
    log.error({ err: error }, 'no request can be served yet')
    return plain(503, 'Back in a moment', { 'retry-after': '2' })
  }
  if (site === null) return plain(404, 'Not found')
  const { locale, path } = languageOf(request, site)
  if (isElsewhere(site, primary) && belongsToPrimaryHost(request.method, path, request.cookies.size > 0))
    return toPrimaryHost(request, site)
  return toPage(request, site.host, { path, address: siteAddress(site.host, locale, localesOf(site.config)) })
}

/** The language of a page is in its path; that of an answer for a program follows from who asks. */
function languageOf(request: NextRequest, site: Site): LanguagePath {
  const { pathname } = request.nextUrl
  const locales = localesOf(site.config)
  if (!isWithoutLanguage(pathname)) return readLanguage(pathname, locales)
  const { headers } = request
  const said = { acceptLanguage: headers.get('accept-language'), referer: headers.get('referer') }
  return { locale: languageOfCall(said, site.host, locales), path: pathname }
}

/** Kept by nobody: browsers would follow it for good, and a reseller may choose another primary host tomorrow. */
function toPrimaryHost(request: NextRequest, site: Site): NextResponse {
  const { pathname, search } = request.nextUrl
  return plain(308, 'Moved', { location: publicOrigin(site, storefront()) + pathname + search })
}

interface Target {
  /** The path without its language. */
  readonly path: string
  readonly address: string
}

function toPage(request: NextRequest, host: string, { path, address }: Target): NextResponse {
  const { environment } = storefront()
  const nonce = randomBytes(16).toString('hex')
  const policy = contentSecurityPolicy({
    nonce,
    realtimeOrigin: realtimeOrigin(host, environment.realtimePort, isSecure(request.headers)),
    development: process.env.NODE_ENV === 'development',
  })
  const headers = cleanHeaders(request)
  headers.set(NONCE_HEADER, nonce)
  headers.set(PATH_HEADER, path + request.nextUrl.search)
  headers.set('content-security-policy', policy) // Next takes the nonce for its own scripts from here
  const response = rewrite(request, sitePath(address, path), headers)
  response.headers.set('content-security-policy', policy)
  if (
    isShareable(
      request.method,
      path,
      request.cookies.getAll().map(({ name }) => name),
    )
  ) {
    response.headers.set('x-accel-expires', SHARED_FOR_S)
    response.headers.set('x-edge-nonce', nonce)
  }
  return response
}

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
