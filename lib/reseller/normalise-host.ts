import { domainToASCII } from 'node:url'
import { Host } from '#contracts/reseller-config.ts'

/** Nothing that URL parsing would drop or decode on its way to a different name. */
const WITH_PORT = /^(?<name>[^:%\p{Cc}\p{White_Space}]+)(?::\d{1,5})?$/u

/**
 * The host that a Host header names, as configurations spell it: lower case, punycode, without port and without the
 * dot that may end a complete name. Null for anything that is no DNS name; an IPv4 address passes as one.
 */
export function normaliseHost(header: string | null): string | null {
  const name = header?.match(WITH_PORT)?.groups?.name
  if (!name) return null
  const ascii = /^[\x21-\x7e]+$/.test(name) ? name.toLowerCase() : domainToASCII(name)
  const host = Host.safeParse(ascii.endsWith('.') ? ascii.slice(0, -1) : ascii)
  return host.success ? host.data : null
}
