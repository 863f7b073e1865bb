/** Where to after signing in, when nothing else was asked for. */
export const HOME = '/account'

/** A base that no reseller has: whatever leaves it is another site. */
const BASE = 'https://own.invalid'

/** Longer than any path of ours, shorter than any header limit. */
const MAX_LENGTH = 500

/**
 * A path of this site to return to, from what an address says. Anything that a browser might take for another site
 * (`//host`, `/\host`, a scheme, control characters), and signing in itself, becomes the account page.
 */
export function returnPath(text: string | null | undefined): string {
  if (!text || text.length > MAX_LENGTH || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return HOME
  if (!URL.canParse(text, BASE)) return HOME
  const { origin, pathname, search, hash } = new URL(text, BASE)
  const isOwn = origin === BASE && !pathname.startsWith('//') && !pathname.startsWith('/api/')
  return !isOwn || /^\/account\/(?!orders)[a-z-]+/.test(pathname) ? HOME : `${pathname}${search}${hash}`
}

/** The sign-in page that leads back to a path of this site. */
export const signInPath = (here: string): string => `/account/sign-in?next=${encodeURIComponent(returnPath(here))}`
