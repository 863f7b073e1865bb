/** A Set-Cookie value: host-only (no Domain), out of reach of scripts, not sent by other sites' posts. Below `path` only. */
export function hostOnlyCookie(
  name: string,
  value: string,
  { maxAgeS, secure, path = '/' }: { readonly maxAgeS: number; readonly secure: boolean; readonly path?: string },
): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/**
 * A name for a cookie that is of use to nobody but its host. Over TLS it has the prefix with which browsers refuse one that a
 * neighbouring host tries to plant: who had planted their own would find what its bearer does next.
 * @param name of a cookie of the whole host: browsers take the prefix for no other path than `/`
 */
export const ownHostName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name)

/** The first cookie of that name in a Cookie header. */
export function cookieValue(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
