import { describe, expect, it } from 'vitest'
import { NotSentError } from '#components/api/not-sent-error.ts'
import { ProblemError } from '#components/api/problem-error.ts'
import { checkoutView, type OrderAttempt } from './checkout-view.ts'

const NONE: OrderAttempt = { isPending: false, isSuccess: false, error: null, context: { askedBefore: false } }
const refused = new ProblemError({ type: 'core/hold-expired', title: 'Gone', status: 410 })
const away = new ProblemError({ type: 'storefront/core-unavailable', title: 'Away', status: 503 })
const many = new ProblemError({ type: 'storefront/too-many-attempts', title: 'Many', status: 429 })

describe('a checkout', () => {
  it.each([
    ['runs', 60_000],
    ['was only seen by the server', null],
  ])('is open while its hold %s, whatever becomes of the order', (_, left) => {
    for (const order of [NONE, { ...NONE, isPending: true }, { ...NONE, error: away }, { ...NONE, error: refused }])
      expect(checkoutView('active', left, order)).toBe('open')
  })

  it.each([
    ['is on its way', { ...NONE, isPending: true }],
    ['has arrived', { ...NONE, isSuccess: true }],
    ['got no answer', { ...NONE, error: new TypeError('Failed to fetch') }],
    ['was refused, after one that nobody answered', { ...NONE, error: refused, context: { askedBefore: true } }],
    ['could not be taken, as far as the storefront knows', { ...NONE, error: away }],
  ])('that runs out is not told as lost while its order %s', (_, order) => {
    expect(checkoutView('active', 0, order)).toBe('asking')
    expect(checkoutView('expired', 0, order), 'nor when the server agrees about the time').toBe('asking')
  })

  it.each([
    ['nobody ordered', NONE],
    ['core refused the order', { ...NONE, error: refused }],
    ['it came among too many', { ...NONE, error: many }],
    ['the order never left this browser', { ...NONE, error: new NotSentError(new TypeError('Failed to fetch')) }],
  ])('ends with its time when %s', (_, order) => {
    expect(checkoutView('active', 0, order)).toBe('ended')
    expect(checkoutView('released', 0, order)).toBe('ended')
  })

  it('ends when its hold is known to be an order, whoever told', () => {
    expect(checkoutView('ordered', 0, { ...NONE, error: away })).toBe('ended')
    expect(checkoutView('ordered', 60_000, NONE)).toBe('ended')
  })
})
