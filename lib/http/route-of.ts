/** Where `proxy.ts` puts every reseller's pages; never reachable from outside. */
const INTERNAL_PREFIX = '/sites'

/** The same for the pages of a reseller's staff, which have a frame of their own. From outside they are `/admin`. */
const STAFF_PREFIX = '/staff'
const ADMIN = /^\/admin(?<page>\/.*)?$/

const OPS_PATHS = new Map([
  ['/healthz', '/api/healthz'],
  ['/readyz', '/api/readyz'],
  ['/metrics', '/api/metrics'],
])

/** Built files and fonts are the same on every site and know no reseller. */
const FILE = /^\/(?:_next\/static|fonts)\//

/** What to do with a request: serve a file, ask a neighbour's question, look for a site, nothing, or refuse to read it. */
export type Route =
  | { readonly to: 'file' }
  | { readonly to: 'ops'; readonly path: string }
  | { readonly to: 'site' }
  | { readonly to: 'nowhere' }
  | { readonly to: 'refusal' }

/** Decides by path alone and by whether the Host header is a machine's name. Pure; hosts are looked up afterwards. */
export function routeOf(pathname: string, machineHost: boolean): Route {
  if (!isDecodable(pathname)) return { to: 'refusal' } // Next would answer 500
  if (FILE.test(pathname)) return { to: 'file' }
  if (machineHost) {
    const path = OPS_PATHS.get(pathname)
    if (path) return { to: 'ops', path }
  }
  if (OPS_PATHS.has(pathname)) return { to: 'nowhere' }
  if ([INTERNAL_PREFIX, STAFF_PREFIX].some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`)))
    return { to: 'nowhere' }
  if (pathname.startsWith('/_next/')) return { to: 'nowhere' }
  return { to: 'site' }
}

/**
 * The internal path of a site's page. Always prefixed, so that no path escapes to another reseller's.
 * @param address as `lib/reseller/site-address.ts` writes it: the host and the language.
 */
export function sitePath(address: string, pathname: string): string {
  const admin = ADMIN.exec(pathname)
  if (admin) return `${STAFF_PREFIX}/${address}${admin.groups?.page ?? ''}`
  // Next takes a folder called sitemap.xml for a file of the build, the same for all.
  return `${INTERNAL_PREFIX}/${address}${pathname === '/sitemap.xml' ? '/sitemap/all.xml' : pathname}`
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}
