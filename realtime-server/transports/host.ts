import { isIP } from 'node:net'
import { hostnameOf } from './origin.ts'

/** The hostname in a Host header, lower case, without port or trailing dot; null when it is not one. IPv6 keeps its brackets. */
export const hostnameOfHost = (host: string | undefined): string | null => hostnameOf(`http://${host ?? ''}`)

/**
 * Whether a request came to the machine itself and not to a reseller's site: operators and probes use an address,
 * customers never do. Only such requests may see health and metrics.
 */
export function isMachineHost(host: string | undefined): boolean {
  const hostname = hostnameOfHost(host)
  return hostname === 'localhost' || isIP(hostname?.replace(/^\[|\]$/g, '') ?? '') > 0
}
