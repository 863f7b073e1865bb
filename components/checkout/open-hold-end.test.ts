import { describe, expect, it } from 'vitest'
import { NotSentError } from '#components/api/not-sent-error.ts'
import { ProblemError } from '#components/api/problem-error.ts'
import { changeFailure, endAfter } from './open-hold-end.ts'

const problem = (type: string, status: number) => new ProblemError({ type, title: type, status })
const noAnswer = new TypeError('Failed to fetch')
const away = problem('storefront/core-unavailable', 503)
const ordered = problem('core/hold-expired', 410)
const notOurs = problem('storefront/not-found', 404)
const tooOften = problem('storefront/too-many-attempts', 429)
const forbidden = problem('storefront/forbidden-origin', 403)

describe('tickets that were to be given back', () => {
  it.each([
    ['the answer got lost', noAnswer, 'released', 'released'],
    ['they are reserved all the same', noAnswer, 'active', null],
    ['nobody answers at all', away, undefined, null],
    ['their time ran out meanwhile', away, 'expired', 'over'],
    ['an order has them', noAnswer, 'ordered', 'over'],
    ['core says so, and the storefront has not heard of the order', ordered, 'active', 'over'],
    ['this browser is signed out', notOurs, undefined, 'gone'],
    ['it was too much at once', tooOften, 'active', null],
  ] as const)('where %s', (_, error, status, end) => {
    expect(endAfter(error, status)).toBe(end)
  })

  it.each([
    ['without a network, which sent nothing', new NotSentError(noAnswer), 'offlineText'],
    ['without an answer, which may have happened', noAnswer, 'changeUnanswered'],
    ['while core is away', away, 'changeUnanswered'],
    ['too often', tooOften, 'changeWait'],
    ['and were refused', forbidden, 'changeFailed'],
  ] as const)('%s', (_, error, text) => {
    expect(changeFailure(error)).toBe(text)
  })
})
