/** Pages that are the same for everybody: home, the list of shows, a show, legal texts. All else may be about a person. */
const PUBLIC_PAGE = /^\/(?:shows(?:\/[A-Za-z0-9_-]{1,64})?|legal\/[a-z]{1,20})?$/

export const isPublicPage = (pathname: string): boolean => PUBLIC_PAGE.test(pathname)

/** Pages that read who is signed in; dev/check/personal-pages.test.ts holds this against them. */
const PERSONAL_PAGE = /^\/(?:account(?:\/sign-in)?|admin(?:\/.*)?|checkout\/[^/]+|inbox|orders(?:\/(?!find$)[^/]+)?)$/

export const isPersonalPage = (pathname: string): boolean => PERSONAL_PAGE.test(pathname)

/**
 * Whether an edge may keep the answer for a moment. Only by this list, so that a page nobody thought of is never
 * shared; and never for a request that carries an identity, although these pages do not look at it.
 */
export function isShareable(method: string, pathname: string, cookieNames: Iterable<string>): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return isPublicPage(pathname) && [...cookieNames].length === 0
}

/** Half a second for the sake of load, and half a second more or less because nginx knows whole seconds only. */
const KEPT_FOR_S = 0.5

/**
 * How long an edge may keep a page, for `X-Accel-Expires`: until the end of the second that is half a second away, so
 * between 0.5 and 1.5 s. A number of seconds would be counted from whenever in its second nginx got it, and one second
 * last up to two.
 * @param edgeClock seconds since 1970 by the edge's own clock, `1767225600.250`, so that ours need not agree with it
 */
export function keptUntil(edgeClock: string | null): string {
  const now = /^\d{9,11}\.\d{3}$/.test(edgeClock ?? '') ? Number(edgeClock) : null
  return now === null ? '1' : `@${Math.floor(now + KEPT_FOR_S)}`
}
