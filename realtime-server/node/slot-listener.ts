import type { Delivery, DirectDelivery, StreamDelivery } from '#contracts/delivery.ts'
import type { DeliveryListener } from '../bus/bus.ts'
import { type Cursor, parseCursor } from '../cursor.ts'
import type { Hub } from '../hub/hub.ts'
import type { DirectMessages } from './direct-messages.ts'
import type { NodeMetrics } from './node-metrics.ts'

/** What a slot's listener needs of the node's membership. */
interface Member {
  readonly id: string
  now(): Cursor
  missed(): Promise<void>
}

/**
 * Hands over what a slot brings: streams' messages to the hub, which drops copies, and those for connections to what
 * knows the connections. Records for other nodes of the slot are dropped here.
 */
export function slotListener(
  hub: Pick<Hub, 'deliver'>,
  direct: Pick<DirectMessages, 'deliver'>,
  member: () => Member,
  metrics: NodeMetrics,
): DeliveryListener {
  const toViewers = (delivery: StreamDelivery) => {
    const viewers = hub.deliver(delivery)
    metrics.deliveries.inc({ outcome: viewers > 0 ? 'sent' : 'nobody-or-copy' })
    metrics.messages.inc(viewers)
    const cursor = viewers > 0 ? parseCursor(delivery.id ?? '') : null
    if (cursor) metrics.deliverySeconds.observe(Math.max(0, member().now().ms - cursor.ms) / 1000)
  }
  const toConnections = (delivery: DirectDelivery, isOurs: boolean) => {
    const viewers = direct.deliver(delivery)
    if (viewers === 'not-here') metrics.deliveries.inc({ outcome: isOurs ? 'connection-not-here' : 'other-node' })
    else {
      metrics.deliveries.inc({ outcome: viewers > 0 ? 'sent' : 'nobody-or-copy' })
      metrics.messages.inc(viewers)
    }
  }
  return {
    delivery(delivery: Delivery) {
      const isOurs = delivery.nodes === '*' || delivery.nodes.includes(member().id)
      if (delivery.to !== undefined) toConnections(delivery, isOurs)
      else if (isOurs) toViewers(delivery)
      else metrics.deliveries.inc({ outcome: 'other-node' })
    },
    gap() {
      metrics.gaps.inc()
      void member().missed()
    },
  }
}
