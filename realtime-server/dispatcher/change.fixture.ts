import type { TicketEvent } from '#contracts/core-event.ts'
import type { Item } from '#contracts/hold.ts'
import { type Outgoing, outgoingOf } from './outgoing.ts'

/** What a test says of a change; the rest is filled in. */
export interface ChangeInTest {
  readonly type?: TicketEvent['type']
  readonly show?: string
  /** The version it leads from; one less than its own unless told otherwise. */
  readonly from?: number
  readonly items?: readonly Item[]
  readonly remaining?: Record<string, number>
  readonly saleIds?: readonly string[]
  readonly changed?: readonly string[]
}

/** A change of availability, as core announces it: by default the sale of one ticket, that leads to `version`. */
export function changeEvent(version: number, change: ChangeInTest = {}): TicketEvent {
  const { type = 'ticket.sold', show = '42', from = version - 1, items, remaining, saleIds, changed } = change
  const at = new Date(1_800_000_000_000 + version).toISOString()
  const step = { id: `event-${show}-${version}`, at, type, showId: show, from, version }
  if (type === 'show.updated') return { ...step, changed: changed ?? ['venue'] } as TicketEvent
  const stock = { items: items ?? [{ tierId: 'stalls', quantity: 1 }], remaining: remaining ?? { stalls: 1_000 - version } } // biome-ignore format: one line
  const sold = type === 'ticket.sold' ? { saleIds: saleIds ?? [`sale-${show}-${version}`] } : {}
  return { ...step, ...stock, ...sold, resellerId: 'aurora' } as TicketEvent
}

/** The same, on its way to viewers. */
export const change = (version: number, more: ChangeInTest = {}): Outgoing =>
  outgoingOf(changeEvent(version, more)) as Outgoing
