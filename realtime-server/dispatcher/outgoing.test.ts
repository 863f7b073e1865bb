import { describe, expect, test } from 'vitest'
import type { TicketEvent } from '#contracts/core-event.ts'
import { MESSAGES } from '#contracts/message.ts'
import { outgoingOf } from './outgoing.ts'

const REF = 'customer-0000001'
const at = '2027-05-01T19:00:00.000Z'
const sold: TicketEvent = {
  id: 'event-1',
  at,
  type: 'ticket.sold',
  showId: '42',
  from: 6,
  version: 7,
  items: [{ tierId: 'stalls', quantity: 2, seatIds: ['C12', 'C13'] }],
  remaining: { stalls: 98 },
  saleIds: ['sale-1', 'sale-2'],
  resellerId: 'aurora',
}
const { saleIds: _, ...held } = { ...sold, type: 'ticket.held' as const }
const updated: TicketEvent = { id: 'event-2', at, type: 'show.updated', showId: '42', from: 6, version: 7, changed: ['venue'] } // biome-ignore format: one line

const dataOf = (event: Parameters<typeof outgoingOf>[0]) => JSON.parse(outgoingOf(event)?.data ?? 'null')

describe('a sale', () => {
  test('goes to everybody who follows the show, at its place in the show’s versions', () => {
    expect(outgoingOf(sold)).toMatchObject({
      eventId: 'event-1',
      stream: 'public.show.42',
      interest: 'public.show.42',
      event: 'ticket.sold',
      version: 7,
    })
  })

  test('says what was sold and how many sales that were', () => {
    expect(dataOf(sold)).toEqual({
      stream: 'public.show.42',
      at,
      showId: '42',
      from: 6,
      version: 7,
      items: [{ tierId: 'stalls', quantity: 2, seatIds: ['C12', 'C13'] }],
      remaining: { stalls: 98 },
      saleIds: ['sale-1', 'sale-2'],
      sales: 2,
    })
  })

  test.each([sold, held, { ...held, type: 'ticket.released' as const }])(
    'never tells the public who sold: $type',
    (event) => {
      expect(outgoingOf(event as TicketEvent)?.data).not.toMatch(/reseller|aurora/)
    },
  )
})

test.each([sold, held as TicketEvent, { ...held, type: 'ticket.released' } as TicketEvent, updated])(
  'a $type is what its contract says',
  (event) => {
    expect(MESSAGES[event.type].safeParse(dataOf(event)).error).toBeUndefined()
  },
)

describe('an order', () => {
  const order = {
    id: 'event-3',
    at,
    type: 'order.updated' as const,
    resellerId: 'aurora',
    customerRef: REF,
    orderId: 'order-1',
    showId: '42',
    status: 'confirmed' as const,
    saleIds: ['sale-1'],
  }

  test('goes to its owner only', () => {
    expect(outgoingOf(order)).toMatchObject({
      stream: `private.aurora.${REF}.order`,
      interest: `private.aurora.${REF}`,
      event: 'order.updated',
    })
    expect(outgoingOf(order)).not.toHaveProperty('version')
  })

  test('does not name its owner', () => {
    expect(dataOf(order)).toEqual({ stream: 'private.order', at, orderId: 'order-1', status: 'confirmed', saleIds: ['sale-1'] }) // biome-ignore format: one line
    const { saleIds: __, ...pending } = { ...order, status: 'pending_payment' as const }
    expect(dataOf(pending)).toEqual({ stream: 'private.order', at, orderId: 'order-1', status: 'pending_payment' })
  })
})

describe('what one of our services publishes', () => {
  const published = {
    id: 'event-4',
    at,
    type: 'promotional' as const,
    target: 'public.promotional.aurora',
    data: { announcementId: 'a1', text: 'Two for one' },
  }

  test('goes where it is addressed, with its time and its stream', () => {
    expect(outgoingOf(published)).toMatchObject({ stream: 'public.promotional.aurora', event: 'promotional' })
    expect(dataOf(published)).toEqual({ stream: 'public.promotional.aurora', at, announcementId: 'a1', text: 'Two for one' }) // biome-ignore format: one line
  })

  test('cannot pretend to come from another stream or time', () => {
    const forged = { ...published, data: { ...published.data, stream: 'private.order', at: '1999-01-01T00:00:00Z' } }
    expect(dataOf(forged)).toMatchObject({ stream: 'public.promotional.aurora', at })
  })

  test('cannot pretend to be another event, which over WebSocket stands beside its fields', () => {
    const forged = { ...published, data: { ...published.data, event: 'ready', id: 'e-1-0' } }
    expect(dataOf(forged)).not.toHaveProperty('event')
    expect(dataOf(forged)).not.toHaveProperty('id')
  })

  test('goes nowhere without an address', () => {
    expect(outgoingOf({ ...published, target: 'public.promotional' })).toBeNull()
  })
})
