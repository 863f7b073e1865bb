import type { Scheme } from './client-address.ts'

const USUAL_PORT: Readonly<Record<Scheme, number>> = { http: 80, https: 443 }

/**
 * Where a client finds a node by itself: at the hostname that it asked, in the way that it asked.
 * @param nodeUrl the node's, as the registry has it; without a port it is on the usual one
 */
export function nodeAddress(nodeUrl: string, scheme: Scheme, hostname: string): string {
  return `${scheme}://${hostname}:${new URL(nodeUrl).port || USUAL_PORT[scheme]}`
}
