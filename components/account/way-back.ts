/** The address of one of the account pages that leads to `next` in the end; null where nobody asked for anything. */
export const withNext = (page: string, next: string | null): string =>
  next === null ? page : `${page}?next=${encodeURIComponent(next)}`

/** Whoever has the address of one of these has what it opens: it is kept nowhere, and nobody else's way back. */
const OPENED_BY_ADDRESS = /^\/(?:waitlist|unsubscribe|preview(?!\/v\d+(?:\/|$)))\//

/**
 * Where whoever signs in from here shall be again, as a plain path. On the account pages it is where these lead, if
 * anywhere. The page that takes it checks it: an address may be anybody's.
 * @param home the first page in the page's language: `/`, or such as `/de`
 */
export function wayBackFrom({ pathname, search }: Pick<Location, 'pathname' | 'search'>, home: string): string | null {
  const path = withoutLanguage(pathname, home)
  const query = new URLSearchParams(search)
  if (/^\/account(?:\/|$)/.test(path)) return query.get('next')
  return OPENED_BY_ADDRESS.test(path) || query.has('key') ? null : path + search
}

function withoutLanguage(pathname: string, home: string): string {
  if (home === '/') return pathname
  if (pathname === home) return '/'
  return pathname.startsWith(`${home}/`) ? pathname.slice(home.length) : pathname
}
