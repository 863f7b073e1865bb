import { isIPv4, isIPv6 } from 'node:net'

/**
 * What a limit counts for an address: an IPv4 address itself, and of an IPv6 address the /64, because a household, and a
 * machine that means harm, is given one of those whole. What is no address counts as it is.
 */
export function clientNetwork(address: string): string {
  if (!isIPv6(address)) return address
  const plain = (address.split('%')[0] ?? '').toLowerCase()
  const inner = plain.slice(plain.lastIndexOf(':') + 1)
  if (!isIPv4(inner)) return networkOf(plain)
  // An IPv4 client before a socket that listens for both.
  return plain.startsWith('::ffff:') ? inner : networkOf(plain.replace(inner, '0:0'))
}

const GROUPS = 8
const GROUPS_OF_A_NETWORK = 4

function networkOf(address: string): string {
  const [first = [], last = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: GROUPS - first.length - last.length }, () => '0')
  const network = [...first, ...zeros, ...last].slice(0, GROUPS_OF_A_NETWORK)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
