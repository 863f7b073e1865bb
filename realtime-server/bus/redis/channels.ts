import type { Delivery } from '#contracts/delivery.ts'
import type { Addressed } from '../bus.ts'
import type { Addressing } from '../bus-config.ts'

/** A record and the channel it goes to. */
export interface ChannelRecord {
  readonly channel: string
  readonly payload: string
}

/** Where one node is reached. */
export const nodeChannel = (name: string, node: string): string => `${name}.node.${node}`

/** Where every node is reached. */
export const everyonesChannel = (name: string): string => `${name}.all`

/**
 * The records that bring a message to its nodes: one for each, naming it; a single `*` record for everyone when the
 * registry cannot be trusted or is not asked. The message is serialised once, however many nodes it goes to.
 */
export function channelRecords(
  { message, recipients }: Addressed,
  { name, addressing }: { readonly name: string; readonly addressing: Addressing },
): ChannelRecord[] {
  const text = JSON.stringify(message).slice(0, -1)
  const naming = (nodes: Delivery['nodes']) => `${text},"nodes":${JSON.stringify(nodes)}}`
  if (addressing === 'broadcast' || recipients === 'everyone') {
    return [{ channel: everyonesChannel(name), payload: naming('*') }]
  }
  return recipients.map(({ node }) => ({ channel: nodeChannel(name, node), payload: naming([node]) }))
}
