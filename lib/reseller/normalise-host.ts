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

/**
 * Whether a Host header is how a machine's own neighbours call it, by address or `localhost`: probes and scrapers do,
 * customers never. An edge forwards none of these names.
 */
export function isMachineHost(header: string | null): boolean {
  return /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(header ?? '')
}
