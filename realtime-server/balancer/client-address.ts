import { BlockList, isIP } from 'node:net'
import { cameOverTls } from '#platform/forwarded-proto.ts'

/** IPv4 in IPv6 clothes is the same machine: `::ffff:192.0.2.1` → `192.0.2.1`. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

/** Proxies whose word on the client's address is taken. Each entry is an address or a network such as `10.0.0.0/8`. */
export function trustedProxies(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    if (bits === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(bits), family(address))
  }
  return (address) => isIP(address) > 0 && list.check(address, family(address))
}

/**
 * Who is asking: the peer, or what a trusted proxy says, which is the last entry of X-Forwarded-For; those before it
 * are the client's own words.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: boolean): string {
  const last = plainAddress(forwardedFor?.split(',').at(-1)?.trim() ?? '')
  return trusted && isIP(last) > 0 ? last : peer
}

export type Scheme = 'http' | 'https'

/** How the client came: over TLS when a trusted proxy says so, in the last entry of X-Forwarded-Proto. We have none of our own. */
export function clientScheme(forwardedProto: string | undefined, trusted: boolean): Scheme {
  return trusted && cameOverTls(forwardedProto) ? 'https' : 'http'
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
