import { isWithoutLanguage } from '#lib/language/language-path.ts'

/** Pages that belong to whoever carries a cookie of the host they are on: elsewhere there would be nothing to see. */
const OF_A_PERSON = /^\/(?:checkout|orders)\//

/**
 * Whether a request belongs to the site's primary host. Pages do, for one page has one address; answers for programs
 * and files stay, for whoever asks for them did not come by a link.
 * @param path without its language.
 */
export function belongsToPrimaryHost(method: string, path: string, hasCookies: boolean): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (isWithoutLanguage(path)) return false
  return !(hasCookies && OF_A_PERSON.test(path))
}

interface Known {
  readonly resellerId: string
  readonly host: string
  readonly primaryHost: string
}

/**
 * Whether to send a request on to the primary host. Only where that host is known, as the same reseller's and as its
 * own primary one: so whoever follows arrives, and is not sent on again.
 */
export function isElsewhere(site: Known, primary: Known | null): boolean {
  if (site.host === site.primaryHost || primary === null) return false
  return primary.resellerId === site.resellerId && primary.host === primary.primaryHost
}
