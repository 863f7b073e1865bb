import { isIPv6 } from 'node:net'

const GROUPS = 8
const GROUPS_OF_A_NETWORK = 4
/** `::ffff:0:0/96`: an IPv4 client before a socket that listens for both. */
const IPV4_BEGINS = [0, 0, 0, 0, 0, 0xffff]

/**
 * What a limit counts for an address: an IPv4 address itself, however it is written, and of an IPv6 address the /64,
 * because a household, and a machine that means harm, is given one of those whole. What is no address counts as it is.
 */
export function clientNetwork(address: string): string {
  if (!isIPv6(address)) return address
  const groups = groupsOf(address.split('%')[0] ?? '')
  if (IPV4_BEGINS.every((group, i) => groups[i] === group)) {
    return groups
      .slice(IPV4_BEGINS.length)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.')
  }
  const network = groups.slice(0, GROUPS_OF_A_NETWORK)
  return `${network.map((group) => group.toString(16)).join(':')}::/64`
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const inHex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => `${pair(a, b)}:${pair(c, d)}`)
  const [first = [], last = []] = inHex.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: GROUPS - first.length - last.length }, () => '0')
  return [...first, ...zeros, ...last].map((group) => Number.parseInt(group, 16))
}

const pair = (high: string, low: string): string => (Number(high) * 256 + Number(low)).toString(16)
