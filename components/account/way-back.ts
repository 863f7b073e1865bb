/** The address of one of the account pages that leads to `next` in the end; null where nobody asked for anything. */
export const withNext = (page: string, next: string | null): string =>
  next === null ? page : `${page}?next=${encodeURIComponent(next)}`

/**
 * Where whoever signs in from here shall be again, as a plain path. On the account pages it is where these lead, if
 * anywhere. The page that takes it checks it: an address may be anybody's.
 * @param home the first page in the page's language: `/`, or such as `/de`
 */
export function wayBackFrom({ pathname, search }: Pick<Location, 'pathname' | 'search'>, home: string): string | null {
  const path = withoutLanguage(pathname, home)
  return /^\/account(?:\/|$)/.test(path) ? new URLSearchParams(search).get('next') : path + search
}

function withoutLanguage(pathname: string, home: string): string {
  if (home === '/') return pathname
  if (pathname === home) return '/'
  return pathname.startsWith(`${home}/`) ? pathname.slice(home.length) : pathname
}
