import { expect, it } from 'vitest'
import { orderWords } from './order-words.ts'

it.each([
  ['confirmed', false, 'confirmed'],
  ['confirmed', true, 'showCancelled'],
  ['pending_payment', true, 'pending'],
  ['failed', true, 'failed'],
  ['cancelled', true, 'cancelled'],
  ['refunded', true, 'refunded'],
] as const)('an order that is %s, of a show that is cancelled: %s, is told as %s', (status, cancelledShow, words) => {
  expect(orderWords(status, cancelledShow)).toBe(words)
})
