/** A Set-Cookie value: host-only (no Domain), out of reach of scripts, not sent by other sites' posts. Below `path` only. */
export function hostOnlyCookie(
  name: string,
  value: string,
  { maxAgeS, secure, path = '/' }: { readonly maxAgeS: number; readonly secure: boolean; readonly path?: string },
): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The first cookie of that name in a Cookie header. */
export function cookieValue(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
