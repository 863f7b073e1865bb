import { expect, it } from 'vitest'
import type { RememberedHold } from './hold-memory.ts'
import { viewOfRemembered } from './hold-view.ts'

const at = (time: string) => Date.parse(`2026-11-01T${time}Z`)
const hold: RememberedHold = {
  id: 'hold_1',
  showId: 'show',
  items: [],
  total: { amount: 100, currency: 'GBP', fees: 10 },
  expiresAtMs: at('10:10:00'),
  clockAheadMs: 0,
  extensionsLeft: 10,
  released: false,
  orderId: null,
  locale: null,
}

it.each([
  ['active until its last moment', hold, '10:09:59.999', 'active'],
  ['expired at it', hold, '10:10:00', 'expired'],
  [
    'expired by core’s clock, which is a minute ahead of ours',
    { ...hold, clockAheadMs: 60_000 },
    '10:09:00',
    'expired',
  ],
  ['active by core’s clock, which is a minute behind', { ...hold, clockAheadMs: -60_000 }, '10:10:30', 'active'],
  ['released, whatever the time', { ...hold, released: true }, '10:00:00', 'released'],
  ['ordered, though its time has passed', { ...hold, orderId: 'order_1' }, '11:00:00', 'ordered'],
])('is %s', (_, remembered, time, status) => {
  expect(viewOfRemembered(remembered, at(time)).status).toBe(status)
})

it('tells the time left by core’s clock', () => {
  const view = viewOfRemembered({ ...hold, clockAheadMs: 60_000 }, at('10:00:00'))
  expect(view).toMatchObject({ expiresAt: '2026-11-01T10:10:00.000Z', serverNow: '2026-11-01T10:01:00.000Z' })
})
