import { describe, expect, test } from 'vitest'
import { DATA_BYTES } from '#contracts/delivery.ts'
import { decodeEvent } from '#platform/kafka-record.ts'
import { readSlotRecord } from '../bus/delivery-record.ts'
import { outgoingOf, type SourceEvent } from './outgoing.ts'
import { sourceReaders } from './run-dispatcher.ts'

const readers = sourceReaders({ tickets: 'tickets', orders: 'orders', messages: 'messages' })

const envelope = { id: 'event-1', at: '2027-05-01T19:00:00.000Z' }
const held = {
  ...{ ...envelope, type: 'ticket.held', showId: '42', from: 0, version: 1, resellerId: 'aurora' },
  items: [{ tierId: 'stalls', quantity: 1 }],
}
const order = {
  ...{ ...envelope, type: 'order.updated', resellerId: 'aurora', customerRef: 'customer-0000001' },
  ...{ orderId: 'order-1', showId: '42', status: 'confirmed' },
}
const published = { ...envelope, type: 'promotional', target: 'public.promotional.aurora' }

/** An event of each topic whose message grows with `n`. */
const growing: Record<string, (n: number) => object> = {
  tickets: (n) => ({ ...held, remaining: Object.fromEntries(Array.from({ length: n }, (_, i) => [`tier-${i}`, i])) }),
  orders: (n) => ({ ...order, saleIds: Array.from({ length: n }, (_, i) => `sale-${i}`) }),
  messages: (n) => ({ ...published, data: { announcementId: 'a', text: 'b', more: Array(n).fill('a longer list') } }),
}
/** With which it is larger than what is written now, and not than what was written before. */
const betweenLimits: Record<string, number> = { tickets: 12_000, orders: 17_000, messages: 14_000 }
const read = (topic: string, event: object) =>
  decodeEvent<SourceEvent>(Buffer.from(JSON.stringify(event)), readers[topic] ?? expect.unreachable())

describe.each(Object.entries(growing))('an event on %s', (topic, event) => {
  test('is put aside when no delivery could carry what it says', () => {
    expect(read(topic, event(50_000))).toEqual({ unreadable: expect.stringContaining('262144 characters') })
  })

  test('is read when it is as large as the contract allowed before, for as long as somebody may write that', () => {
    const decoded = read(topic, event(betweenLimits[topic] ?? expect.unreachable()))
    const message = 'event' in decoded ? outgoingOf(decoded.event) : null
    expect(message?.data.length).toBeGreaterThan(DATA_BYTES)
    const delivery = { id: '0mubbs7i8abcd-1790000000001-0', ...message, nodes: '*' }
    expect(readSlotRecord(Buffer.from(JSON.stringify(delivery)))).toHaveProperty('delivery')
  })

  test('is a delivery that a node can read, however large it may be', () => {
    const decoded = read(topic, event(10_000))
    const message = 'event' in decoded ? outgoingOf(decoded.event) : null
    expect(message?.data.length).toBeGreaterThan(100_000)
    const delivery = { id: '0mubbs7i8abcd-1790000000001-0', ...message, nodes: '*' }
    expect(readSlotRecord(Buffer.from(JSON.stringify(delivery)))).toHaveProperty('delivery')
  })
})
