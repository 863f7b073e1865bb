import { expect, it } from 'vitest'
import type { RememberedHold } from '#lib/holds/hold-memory.ts'
import { isTotal, refusePrice } from './price-recheck.ts'

const total = { amount: 4500, currency: 'GBP', fees: 300 }
const hold = (change: Partial<RememberedHold> = {}): RememberedHold => ({
  ...{ id: 'h', showId: 's', items: [], total, expiresAtMs: 0, clockAheadMs: 0, extensionsLeft: 0 },
  ...{ released: false, orderId: null, locale: null, ...change },
})

it.each([
  ['the same', { amount: 4500, currency: 'GBP' }, true],
  ['less', { amount: 4499, currency: 'GBP' }, false],
  ['more', { amount: 4501, currency: 'GBP' }, false],
  ['as much in another currency', { amount: 4500, currency: 'EUR' }, false],
])('%s is the total: %o, %s', (_, agreed, same) => {
  expect(isTotal(agreed, total)).toBe(same)
  expect(refusePrice(hold(), agreed) === null).toBe(same)
})

it('is refused as core refuses it, with what the hold costs now', () => {
  expect(refusePrice(hold(), { amount: 4000, currency: 'GBP' })).toMatchObject({
    ...{ type: 'core/price-changed', status: 409, total },
  })
})

it('is nothing to refuse where a browser does not say what it showed, or the order is there already', () => {
  expect(refusePrice(hold(), undefined)).toBeNull()
  expect(refusePrice(hold({ orderId: 'order_1' }), { amount: 4000, currency: 'GBP' })).toBeNull()
})
