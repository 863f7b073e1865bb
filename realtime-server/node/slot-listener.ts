import type { Delivery } from '#contracts/delivery.ts'
import type { DeliveryListener } from '../bus/bus.ts'
import { type Cursor, parseCursor } from '../cursor.ts'
import type { Hub } from '../hub/hub.ts'
import type { NodeMetrics } from './node-metrics.ts'

/** What a slot's listener needs of the node's membership. */
interface Member {
  readonly id: string
  now(): Cursor
  missed(): Promise<void>
}

/** Hands over what a slot brings. Records for other nodes of the slot are dropped here; copies are dropped by the hub. */
export function slotListener(hub: Hub, member: () => Member, metrics: NodeMetrics): DeliveryListener {
  return {
    delivery(delivery: Delivery) {
      if (delivery.nodes !== '*' && !delivery.nodes.includes(member().id)) {
        metrics.deliveries.inc({ outcome: 'other-node' })
        return
      }
      const viewers = hub.deliver(delivery)
      metrics.deliveries.inc({ outcome: viewers > 0 ? 'sent' : 'nobody-or-copy' })
      metrics.messages.inc(viewers)
      const cursor = viewers > 0 ? parseCursor(delivery.id ?? '') : null
      if (cursor) metrics.deliverySeconds.observe(Math.max(0, member().now().ms - cursor.ms) / 1000)
    },
    gap() {
      metrics.gaps.inc()
      void member().missed()
    },
  }
}
