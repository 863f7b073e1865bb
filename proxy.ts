import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { type NextRequest, NextResponse } from 'next/server'
import type { Locale } from '#contracts/reseller-config.ts'
import { areSessionsAtHand } from '#lib/accounts/sessions-at-hand.ts'
import { isShowAtHand, showIdOf } from '#lib/core/show-at-hand.ts'
import { askHere, MADE_FOR_KEEPING } from '#lib/http/ask-here.ts'
import { belongsToPrimaryHost, isElsewhere } from '#lib/http/canonical-host.ts'
import { contentSecurityPolicy, NO_CONTENT_POLICY, realtimeOrigin } from '#lib/http/content-security-policy.ts'
import { NONCE_HEADER } from '#lib/http/current-nonce.ts'
import { PATH_HEADER } from '#lib/http/current-path.ts'
import { internalHeaders } from '#lib/http/inbound-headers.ts'
import { isSecure } from '#lib/http/is-secure.ts'
import { MISSING_PART_HEADER, type MissingPart } from '#lib/http/missing-part.ts'
import { isShareable, keptUntil } from '#lib/http/page-caching.ts'
import { routeOf, sitePath } from '#lib/http/route-of.ts'
import { SECURITY_HEADERS } from '#lib/http/security-headers.ts'
import { type KeptPage, withNonce } from '#lib/kept-pages/kept-page.ts'
import { renderHere } from '#lib/kept-pages/render-here.ts'
import { isWithoutLanguage, type LanguagePath, languageOfCall, readLanguage } from '#lib/language/language-path.ts'
import { localesOf } from '#lib/language/languages.ts'
import { relay } from '#lib/packed-pages/relay.ts'
import { isPreviewed, PREVIEW_HEADER, previewHeader, previewPath } from '#lib/preview/preview-path.ts'
import { normaliseHost } from '#lib/reseller/normalise-host.ts'
import { publicOrigin } from '#lib/reseller/public-origin.ts'
import type { Site } from '#lib/reseller/site.ts'
import { siteAddress } from '#lib/reseller/site-address.ts'
import { storefront } from '#lib/storefront.ts'
import { isMachineHost } from '#platform/machine-host.ts'

/** Nothing that may be away needs longer to come back, if it comes back by itself. */
const RETRY_AFTER_S = '2'

/** Core's own limits and rendering fit in many times. An edge waits three times as long, and asks somebody else after that. */
const PAGE_LIMIT_MS = 10_000

/** The one page that shows others of ours in frames: the live site and a draft, side by side. */
const FRAMING_PAGE = '/admin/preview'

/** What is no page for everybody has no preview; this leads to the page that says so. */
const NO_PREVIEW = '/preview/nothing'

/** What is about somebody leads here while nobody can say who they are: a page that failed would be a 500, whatever we say. */
const NO_PERSON = '/nobody/at/hand'

/** A preview is for now and for whoever has its address: no cache keeps it, no index lists it. */
const UNKEPT = [
  ['cache-control', 'private, no-store'],
  ['x-robots-tag', 'noindex, nofollow, noarchive'],
  ['referrer-policy', 'same-origin'],
] as const

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
    return plain(503, 'Back in a moment', { 'retry-after': RETRY_AFTER_S })
  }
  if (site === null) return plain(404, 'Not found')
  const asked = readPath(request, site)
  if (isElsewhere(site, primary) && belongsToPrimaryHost(request.method, asked.path, request.cookies.size > 0))
    return toPrimaryHost(request, site)
  return toPage(request, site, asked)
}

/** A path of a site taken apart: `path` is the plain one, without language and preview. */
interface Asked extends LanguagePath {
  /** What a preview's address asks for beside the page, as its header says it; null for the live site. */
  readonly preview: string | null
}

/** The language of a page is in its path; that of an answer for a program follows from who asks. */
function readPath(request: NextRequest, site: Site): Asked {
  const { pathname } = request.nextUrl
  const locales = localesOf(site.config)
  if (isWithoutLanguage(pathname)) {
    const { headers } = request
    const said = { acceptLanguage: headers.get('accept-language'), referer: headers.get('referer') }
    return { locale: languageOfCall(said, site.host, locales), path: pathname, preview: null }
  }
  const preview = previewPath(pathname)
  if (!preview) return { ...readLanguage(pathname, locales), preview }
  // In which language is decided with the version's own languages, next to the data.
  const path = isPreviewed(preview.path) ? preview.path : NO_PREVIEW
  return { locale: locales[0] as Locale, path, preview: previewHeader(preview) }
}

/** Kept by nobody: browsers would follow it for good, and a reseller may choose another primary host tomorrow. */
function toPrimaryHost(request: NextRequest, site: Site): NextResponse {
  const { pathname, search } = request.nextUrl
  return plain(308, 'Moved', { location: publicOrigin(site, storefront()) + pathname + search })
}

async function toPage(request: NextRequest, site: Site, { locale, path, preview }: Asked): Promise<NextResponse> {
  const { environment } = storefront()
  const missing = await whatIsMissing(site, { path, previewed: preview !== null }, request.headers)
  const cookies = request.cookies.getAll().map(({ name }) => name)
  const shareable = !preview && isShareable(request.method, path, cookies)
  const everybodys = shareable && missing === null
  const isPacked = everybodys && isAskedPacked(request)
  const packed = isPacked ? await packedPage(request) : null
  if (packed) return packed
  const nonce = randomBytes(16).toString('hex')
  const policy = contentSecurityPolicy({
    nonce,
    realtimeOrigin: realtimeOrigin(site.host, environment.realtimePort, isSecure(request.headers)),
    development: process.env.NODE_ENV === 'development',
    framing: preview ? 'framed' : path === FRAMING_PAGE ? 'frames' : undefined,
  })
  const headers = cleanHeaders(request)
  headers.set(NONCE_HEADER, nonce)
  headers.set(PATH_HEADER, path + request.nextUrl.search)
  headers.set('content-security-policy', policy) // Next takes the nonce for its own scripts from here
  if (preview && missing !== 'sessions') headers.set(PREVIEW_HEADER, preview) // whether it may be seen is decided next to the data
  if (missing) headers.set(MISSING_PART_HEADER, missing)
  if (isPacked) headers.delete('accept-encoding') // Next would compress it, and an edge could neither swap its nonce nor keep it
  const address = siteAddress(site.host, locale, localesOf(site.config))
  const kept = everybodys ? await keptPage(request, site) : null
  const response = kept
    ? new NextResponse(withNonce(kept, nonce), { headers: kept.headers.map(([name, value]) => [name, value]) })
    : rewrite(request, sitePath(address, missing === 'sessions' ? NO_PERSON : path), headers, missing ? 503 : undefined)
  if (missing) response.headers.set('retry-after', RETRY_AFTER_S)
  response.headers.set('content-security-policy', policy)
  if (preview) for (const [name, value] of UNKEPT) response.headers.set(name, value)
  if (shareable) {
    response.headers.set('x-accel-expires', keptUntil(request.headers.get('x-edge-clock')))
    response.headers.set('x-edge-nonce', nonce)
  }
  return response
}

/** The part without which a page cannot be made and that gives no answer. */
async function whatIsMissing(
  site: Site,
  page: { readonly path: string; readonly previewed: boolean },
  headers: Headers,
): Promise<MissingPart | null> {
  const showId = showIdOf(page.path)
  if (showId !== null && !(await isShowAtHand(site, showId, storefront()))) return 'core'
  return (await areSessionsAtHand(site, page, headers, storefront())) ? null : 'sessions'
}

/** Only edges send their clock; from anybody else the header means nothing. */
const isAskedPacked = ({ method, headers }: NextRequest): boolean =>
  method === 'GET' && headers.has('x-edge-clock') && headers.get('x-edge-pack') === '1'

/**
 * A page as an edge asks for it that keeps pages packed. It is rendered by ourselves, nonce, policy and all, since Next shows
 * its pages to nobody else.
 * @returns null when it has to be rendered in the ordinary way
 */
async function packedPage({ headers, nextUrl, signal: gone }: NextRequest): Promise<NextResponse | null> {
  const { environment, log } = storefront()
  const host = headers.get('host')
  if (environment.ownPort === null || host === null) return null
  const address = { host, path: nextUrl.pathname + nextUrl.search, secure: isSecure(headers) }
  const late = AbortSignal.timeout(PAGE_LIMIT_MS)
  try {
    const answer = await askHere(environment.ownPort, address, AbortSignal.any([gone, late]))
    const { status, headers: said, body, outcome } = await relay(answer)
    if (outcome === 'unpackable') log.warn({ address }, 'a page cannot be packed and goes out uncompressed')
    const page = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : body
    const response = new NextResponse(page as BodyInit | null, {
      status,
      headers: said.map(([name, value]) => [name, value]),
    })
    response.headers.set('x-accel-expires', keptUntil(headers.get('x-edge-clock')))
    return response
  } catch (err) {
    if (gone.aborted) return plain(503, 'Nobody waits for it')
    log.warn({ err, address }, 'a page could not be asked for here')
    return late.aborted ? plain(503, 'Back in a moment', { 'retry-after': RETRY_AFTER_S }) : null
  }
}

/**
 * A page that was made a moment ago for everybody, where no edge keeps them. Next takes its own headers off before we see
 * a request, but what its client asks for is never a page: only browsers that go to one say that they take HTML.
 */
async function keptPage(
  { method, headers, nextUrl }: NextRequest,
  { resellerId, version }: Site,
): Promise<KeptPage | null> {
  const { environment, keptPages } = storefront()
  const { ownPort } = environment
  const host = headers.get('host')
  const asksForPage = method === 'GET' && nextUrl.search === '' && headers.get('accept')?.includes('text/html')
  if (!asksForPage || ownPort === null || host === null) return null
  if (headers.has('x-edge-clock') || headers.has(MADE_FOR_KEEPING)) return null
  const address = { host, path: nextUrl.pathname, secure: isSecure(headers) }
  return keptPages.ask(JSON.stringify([resellerId, version, address]), () => renderHere(ownPort, address))
}

function cleanHeaders(request: NextRequest): Headers {
  const headers = new Headers(request.headers)
  for (const name of internalHeaders(headers.keys())) headers.delete(name)
  return headers
}

/** @param status of the answer, whatever the page's own would be */
function rewrite(request: NextRequest, pathname: string, headers: Headers, status?: number): NextResponse {
  const url = request.nextUrl.clone()
  url.pathname = pathname
  return NextResponse.rewrite(url, { request: { headers }, ...(status !== undefined && { status }) })
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
