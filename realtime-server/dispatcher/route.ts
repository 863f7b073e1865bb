import type { Delivery } from '#contracts/delivery.ts'
import type { Addressed } from '../bus/bus.ts'
import { formatCursor } from '../cursor.ts'
import type { Placed } from '../history/history.ts'
import type { Targets } from '../registry/registry.ts'
import type { Outgoing } from './outgoing.ts'

/**
 * The records that bring a message to its nodes: one per slot involved, naming the nodes of that slot; one `*` record
 * for every slot when the registry cannot be trusted. Nobody to hear it gives none.
 */
export function routeMessage(message: Outgoing, placed: Placed, targets: Targets, slots: number): Addressed[] {
  const to = (slot: number, nodes: Delivery['nodes']): Addressed => ({
    slot,
    delivery: {
      id: formatCursor(placed.cursor),
      ...(placed.previous === null ? {} : { previous: formatCursor(placed.previous) }),
      stream: message.stream,
      event: message.event,
      data: message.data,
      ...(message.version === undefined ? {} : { version: message.version }),
      nodes,
    },
  })
  if (targets === 'everyone') return Array.from({ length: slots }, (_, slot) => to(slot, '*'))
  const bySlot = Map.groupBy(targets, (target) => target.slot)
  // A node in a slot that does not exist would hear nothing, and nobody would notice: then all others look instead.
  if ([...bySlot.keys()].some((slot) => slot >= slots)) return routeMessage(message, placed, 'everyone', slots)
  return [...bySlot].map(([slot, nodes]) =>
    to(
      slot,
      nodes.map(({ node }) => node),
    ),
  )
}
