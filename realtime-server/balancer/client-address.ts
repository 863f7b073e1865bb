import { BlockList, isIP } from 'node:net'

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

/** What an address counts as: an IPv4 address, or the /64 of an IPv6 one, which is what one customer gets. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - front.length - back.length)).fill('0')
  const groups = [...front, ...zeros, ...back].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
