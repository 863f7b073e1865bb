import { describe, expect, it } from 'vitest'
import { NotSentError } from '#components/api/not-sent-error.ts'
import { ProblemError } from '#components/api/problem-error.ts'
import { leavesNoOrder, orderFailure } from './order-failure.ts'

const noNetwork = new TypeError('Failed to fetch')
const total = { amount: 100, currency: 'GBP', fees: 0 } as const
const problem = (type: string, status: number, more: object = {}) =>
  new ProblemError({ type, title: type, status, ...more })

describe('an order that did not go through', () => {
  it.each([
    ['no network', new NotSentError(noNetwork), 'offline', true],
    ['no answer', noNetwork, 'unknown', false],
    ['core away', problem('storefront/core-unavailable', 503), 'unknown', false],
    ['another price', problem('core/price-changed', 409, { total }), 'priceChanged', true],
    ['a browser without its cookie', problem('storefront/not-found', 404), 'gone', true],
    ['too much at once', problem('storefront/too-often', 429), 'wait', true],
    ['an order with another name before it', problem('core/idempotency-conflict', 422), 'already', false],
    ['a hold that ended', problem('core/hold-expired', 410), 'over', true],
    ['a request that is refused', problem('storefront/forbidden-origin', 403), 'failed', true],
  ] as const)('for %s is told as what it is', (_, error, failure, noOrder) => {
    expect(orderFailure(error, false)).toBe(failure)
    expect(leavesNoOrder(error, false)).toBe(noOrder)
  })

  it('is never told as certainly not charged after one that nobody answered', () => {
    const refused = problem('storefront/forbidden-origin', 403)
    expect(orderFailure(refused, true)).toBe('unknown')
    for (const error of [refused, problem('storefront/not-found', 404), problem('core/hold-expired', 410)])
      expect(leavesNoOrder(error, true)).toBe(false)
  })

  it('at another price is not called uncharged either, then', () => {
    const repriced = problem('core/price-changed', 409, { total })
    expect([orderFailure(repriced, true), leavesNoOrder(repriced, true)]).toEqual(['priceChangedAsked', false])
  })
})
