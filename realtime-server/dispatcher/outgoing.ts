import type { OrderEvent, TicketEvent } from '#contracts/core-event.ts'
import type { PublishedMessage } from '#contracts/delivery.ts'
import { clientStreamName, interestOf, parseStream, type Stream, streamName } from '#contracts/stream.ts'

/** A message on its way to viewers: where it stands in history, and which interest its viewers registered. */
export interface Outgoing {
  readonly eventId: string
  readonly stream: string
  readonly interest: string
  readonly event: string
  readonly data: string
  readonly version?: number
}

/** Everything the dispatcher consumes. */
export type SourceEvent = TicketEvent | OrderEvent | PublishedMessage

/** What viewers are told of an event of core, or of what one of our services published. Null: there is nothing to tell. */
export function outgoingOf(event: SourceEvent): Outgoing | null {
  if ('target' in event) return published(event)
  if (event.type === 'order.updated') return orderUpdated(event)
  return availabilityChanged(event)
}

/** The seller's `resellerId` stops here: the public never learns who sold. */
function availabilityChanged(event: TicketEvent): Outgoing {
  const { id, type, resellerId: _, ...rest } = { resellerId: undefined, ...event }
  const data = type === 'ticket.sold' && 'saleIds' in rest ? { ...rest, sales: rest.saleIds.length } : rest
  return outgoing(id, { kind: 'show', showId: event.showId }, type, data, event.version)
}

function orderUpdated({ id, at, resellerId, customerRef, orderId, status, saleIds }: OrderEvent): Outgoing {
  const stream: Stream = { kind: 'private', resellerId, customerRef, name: 'order' }
  return outgoing(id, stream, 'order.updated', { at, orderId, status, ...(saleIds ? { saleIds } : {}) })
}

function published({ id, type, at, target, data }: PublishedMessage): Outgoing | null {
  const stream = parseStream(target)
  return stream && outgoing(id, stream, type, { ...data, at })
}

function outgoing(eventId: string, stream: Stream, event: string, data: object, version?: number): Outgoing {
  return {
    eventId,
    stream: streamName(stream),
    interest: interestOf(stream),
    event,
    // Last, so that no publisher can name another stream, or say over WebSocket that it is another event.
    data: JSON.stringify({ ...data, id: undefined, event: undefined, stream: clientStreamName(stream) }),
    ...(version === undefined ? {} : { version }),
  }
}
