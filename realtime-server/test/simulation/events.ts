import type { TicketEvent } from '#contracts/core-event.ts'
import type { PublishedMessage } from '#contracts/delivery.ts'
import type { Item } from '#contracts/hold.ts'
import { type Stream, streamName } from '#contracts/stream.ts'
import type { Chance } from './chance.ts'

/*
 * Events as they come from the sources, made so that a message tells of which it was made, merged or not: a change of
 * stock concerns one seat, which is named like the event; an update names it as what changed; a notice carries it.
 */

/** The change that leads a show to `version`. */
export function changeOf(id: string, showId: string, version: number, chance: Chance): TicketEvent {
  const type = chance.weighted<TicketEvent['type']>([
    [6, 'ticket.sold'],
    [2, 'ticket.held'],
    [1, 'ticket.released'],
    [1, 'show.updated'],
  ])
  const step = { id, at: new Date().toISOString(), showId, from: version - 1, version }
  if (type === 'show.updated') return { ...step, type, changed: [id] }
  const items = [{ tierId: 'stalls', quantity: 1, seatIds: [id] }]
  const stock = { ...step, items, remaining: { stalls: 1_000 - version }, resellerId: 'aurora' }
  return type === 'ticket.sold' ? { ...stock, type, saleIds: [id] } : { ...stock, type }
}

/** What one of our services publishes; it belongs to no chain of versions. */
export function noticeOf(id: string, stream: Stream): PublishedMessage {
  return { id, at: new Date().toISOString(), type: 'promotional', target: streamName(stream), data: { announcementId: id } } // biome-ignore format: one line
}

/** The events that a message tells of, oldest first. */
export function eventIdsIn(data: string): readonly string[] {
  const { announcementId, changed, items } = JSON.parse(data) as {
    announcementId?: string
    changed?: string[]
    items?: Item[]
  }
  if (announcementId !== undefined) return [announcementId]
  return changed ?? items?.flatMap((item) => item.seatIds ?? []) ?? []
}
