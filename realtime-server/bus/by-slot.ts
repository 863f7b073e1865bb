import type { Delivery } from '#contracts/delivery.ts'
import type { Addressed } from './bus.ts'

/** A record and the slot it goes to. */
export interface SlotDelivery {
  readonly slot: number
  readonly delivery: Delivery
}

/**
 * The records that bring a message to its nodes: one per slot involved, naming the nodes of that slot; one `*` record
 * for every slot when the registry cannot be trusted. Nobody to hear it gives none.
 */
export function bySlot({ message, recipients }: Addressed, slots: number): SlotDelivery[] {
  const everyone = () =>
    Array.from({ length: slots }, (_, slot) => ({ slot, delivery: { ...message, nodes: '*' as const } }))
  if (recipients === 'everyone') return everyone()
  const groups = [...Map.groupBy(recipients, (target) => target.slot)]
  // A node in a slot that does not exist would hear nothing, and nobody would notice: then all others look instead.
  if (groups.some(([slot]) => slot >= slots)) return everyone()
  return groups.map(([slot, nodes]) => ({ slot, delivery: { ...message, nodes: nodes.map(({ node }) => node) } }))
}
