import { expect, it } from 'vitest'
import { OrderStatus } from '#contracts/order.ts'
import { changesOf } from './sale-changes.ts'

it('a sale counts when it is confirmed; a cancellation brings tickets back, a refund the money too', () => {
  expect(Object.fromEntries(OrderStatus.options.map((status) => [status, changesOf(status)]))).toEqual({
    pending_payment: [],
    confirmed: ['sold'],
    failed: [],
    cancelled: ['given_back'],
    refunded: ['given_back', 'refunded'],
  })
})
