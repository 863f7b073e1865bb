/** Pages that are the same for everybody: home, the list of shows, a show, legal texts. All else may be about a person. */
const PUBLIC_PAGE = /^\/(?:shows(?:\/[A-Za-z0-9_-]{1,64})?|legal\/[a-z]{1,20})?$/

export const isPublicPage = (pathname: string): boolean => PUBLIC_PAGE.test(pathname)

/**
 * Whether an edge may keep the answer for a moment. Only by this list, so that a page nobody thought of is never
 * shared; and never for a request that carries an identity, although these pages do not look at it.
 */
export function isShareable(method: string, pathname: string, cookieNames: Iterable<string>): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return isPublicPage(pathname) && [...cookieNames].length === 0
}
