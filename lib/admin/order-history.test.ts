import { expect, it } from 'vitest'
import { orderHistory } from './order-history.ts'

const at = (minute: number) => `2026-12-01T12:0${minute}:00.000Z`
const order = { status: 'refunded', createdAt: at(0), updatedAt: at(8) } as const

it('tells what happened from the first on, with the mails between', () => {
  const steps = ['pending_payment', 'refunded', 'confirmed'].map((status, index) => ({
    status,
    at: at([1, 7, 2][index] ?? 0),
  }))
  const mails = [
    { kind: 'again', at: at(5), state: 'sent' },
    { kind: 'order.confirmed', at: at(3), state: 'failed' },
    { kind: 'of.tomorrow’s version', at: at(6), state: 'sent' },
  ] as const
  expect(orderHistory(order, steps, mails)).toEqual([
    { what: 'pending_payment', at: at(0) },
    { what: 'confirmed', at: at(2) },
    { what: 'mail', kind: 'order.confirmed', state: 'failed', at: at(3) },
    { what: 'mail', kind: 'again', state: 'sent', at: at(5) },
    { what: 'refunded', at: at(7) },
  ])
})

it('of an order whose steps were not kept tells what core knows', () => {
  expect(orderHistory(order, [], [])).toEqual([
    { what: 'pending_payment', at: at(0) },
    { what: 'refunded', at: at(8) },
  ])
})

it('of an order that waits for its payment tells that once', () => {
  const waiting = { ...order, status: 'pending_payment' } as const
  expect(orderHistory(waiting, [{ status: 'pending_payment', at: at(1) }], [])).toEqual([
    { what: 'pending_payment', at: at(0) },
  ])
})

it('leaves out a status that nobody here knows', () => {
  expect(orderHistory(order, [{ status: 'teleported', at: at(1) }], []).map(({ what }) => what)).toEqual([
    'pending_payment',
    'refunded',
  ])
})
