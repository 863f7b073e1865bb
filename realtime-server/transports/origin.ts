/** CORS headers for an answer, or the refusal of an Origin that is not ours. */
export type OriginDecision = { allowed: true; headers: Readonly<Record<string, string>> } | { allowed: false }

/**
 * Pages of a reseller's site reach the realtime tier on another port of the same hostname, which is another origin.
 * So an Origin is allowed, with credentials, when its hostname equals that of Host, and nothing else is: not `null`,
 * not a subdomain, not a look-alike. Requests without Origin (same origin, or no browser) need no headers.
 */
export function decideOrigin(origin: string | undefined, host: string | undefined): OriginDecision {
  if (origin === undefined) return { allowed: true, headers: {} }
  const from = hostnameOf(origin)
  if (from === null || host === undefined || from !== hostnameOf(`http://${host}`)) return { allowed: false }
  return {
    allowed: true,
    headers: {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      // Without this a page is not shown when it may come back, and comes back too soon.
      'Access-Control-Expose-Headers': 'Retry-After',
      Vary: 'Origin',
    },
  }
}

/** What a preflight is answered with, beside the headers of {@link decideOrigin}. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'content-type, last-event-id',
  'Access-Control-Max-Age': '600',
}

/** The hostname of an origin, lower case, without port or trailing dot; null when it is not exactly an http(s) origin. */
export function hostnameOf(origin: string): string | null {
  if (!/^https?:\/\/[^/?#\\@\s]+$/i.test(origin)) return null
  try {
    return new URL(origin).hostname.replace(/\.$/, '')
  } catch {
    return null
  }
}
