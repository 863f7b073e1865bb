import { expect, test } from 'vitest'
import { CLIENT_EVENTS, type ClientEvent } from '#contracts/message.ts'
import { OrderStatus } from '#contracts/order.ts'
import { parseClientMessage } from './client-message.ts'

const at = '2026-11-21T20:00:00.000Z'
const step = { stream: 'public.show.s1', at, showId: 's1', from: 4, version: 5 }
const items = [{ tierId: 't1', quantity: 2, seatIds: ['a', 'b'] }]
const stock = { ...step, items, remaining: { t1: 7 } }

/** A full example of every event; the schemas of contracts/ are asked whether it is one. */
const EXAMPLES: Record<ClientEvent, Record<string, unknown>> = {
  ready: { at, connection: 'n1.abc', node: 'n1', streams: { 'public.show.s1': { version: 5 }, 'private.order': {} } },
  'ticket.sold': { ...stock, sales: 1, saleIds: ['sale1'] },
  'ticket.held': stock,
  'ticket.released': stock,
  'show.updated': { ...step, changed: ['title'] },
  viewers: { stream: 'public.show.s1', at, showId: 's1', count: 12 },
  'order.updated': { stream: 'private.order', at, orderId: 'o1', status: 'confirmed', saleIds: ['sale1'] },
  inbox: { stream: 'private.inbox', at, notificationId: 'n', kind: 'order', title: 'Ready', unread: 1 },
  promotional: { stream: 'public.promotional.luna', at, announcementId: 'a', text: 'Hi', href: '/x', until: at },
  notice: { stream: 'broadcast', at, noticeId: 'm1', text: 'Back at nine', until: at },
  config: { stream: 'staff.config', at, version: 2, sequence: 9 },
  sales: { stream: 'staff.sales', at, minute: at },
  reset: { at, streams: ['public.show.s1'] },
}

const events = Object.keys(CLIENT_EVENTS) as ClientEvent[]
const parse = (event: string, data: unknown) => parseClientMessage({ event, data: JSON.stringify(data), id: 'e-1-0' })
const schemaTakes = (event: ClientEvent, data: unknown) => CLIENT_EVENTS[event].safeParse(data).success

test.each(events)('%s is read as the schema reads it', (event) => {
  expect(CLIENT_EVENTS[event].parse(EXAMPLES[event])).toEqual(EXAMPLES[event])
  expect(parse(event, EXAMPLES[event])).toEqual({ event, id: 'e-1-0', data: EXAMPLES[event] })
})

const fields = events.flatMap((event) => Object.keys(EXAMPLES[event]).map((field) => [event, field] as const))

test.each(fields)('%s with a %s of the wrong kind is refused where the schema refuses it', (event, field) => {
  for (const wrong of [undefined, null, 7.5, -1, true, 'x', [null], [{}], { t1: 'x' }, { t1: { version: 'x' } }]) {
    const data = { ...EXAMPLES[event], [field]: wrong }
    // The small check may be laxer about texts (lengths, alphabets), never stricter and never about kinds.
    if (schemaTakes(event, data)) expect(parse(event, data)).not.toBeNull()
    else if (typeof wrong !== 'string') expect(parse(event, data), JSON.stringify(wrong)).toBeNull()
  }
})

test('every order status of the contract is known', () => {
  for (const status of OrderStatus.options)
    expect(parse('order.updated', { ...EXAMPLES['order.updated'], status })).not.toBeNull()
})

test('fields added later are no reason to refuse', () => {
  expect(parse('viewers', { ...EXAMPLES.viewers, since: at })).not.toBeNull()
})

test('an unknown event, even one named like a method, is ignored', () => {
  for (const event of ['message', 'hasOwnProperty', '__proto__', 'session.ended']) expect(parse(event, {})).toBeNull()
})

test('what is no JSON is ignored', () => {
  expect(parseClientMessage({ event: 'viewers', data: '{"stream":', id: undefined })).toBeNull()
})
