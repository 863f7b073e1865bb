/** As `proxy.ts` makes them: 128 bits in hexadecimal. */
export const NONCE = /^[0-9a-f]{32}$/

/** What came back for a page, before its body. Names are lower case. */
export interface Head {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/**
 * The nonce of a page that is the same for everybody but for it, so that others may be given the page with their own.
 * @returns null for anything else: an error, what is no page, what sets a cookie, what is compressed, what names no nonce
 */
export function swappableNonce({ status, headers }: Head): string | null {
  const nonce = headers['x-edge-nonce']
  const isPage = status === 200 && /^text\/html\b/.test(String(headers['content-type']))
  if (!isPage || headers['set-cookie'] !== undefined || headers['content-encoding'] !== undefined) return null
  return typeof nonce === 'string' && NONCE.test(nonce) ? nonce : null
}
