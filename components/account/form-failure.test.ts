import { expect, it } from 'vitest'
import { ProblemError } from '#components/api/problem-error.ts'
import { formFailure } from './form-failure.ts'

const answered = (status: number, type: string) => new ProblemError({ type, title: '', status })

it.each<[string, unknown, string]>([
  ['a line that is gone', new TypeError('Failed to fetch'), 'no-answer'],
  ['an answer that is too late', new DOMException('', 'TimeoutError'), 'no-answer'],
  ['an answer of which half is missing', new SyntaxError('Unexpected end of JSON input'), 'no-answer'],
  ['an edge that waited in vain', answered(503, 'storefront/unavailable'), 'broken'],
  ['a fault of ours', answered(500, 'storefront/internal'), 'broken'],
  ['a refusal', answered(410, 'storefront/link-used-up'), 'storefront/link-used-up'],
  ['too many tries', answered(429, 'storefront/too-many-attempts'), 'storefront/too-many-attempts'],
])('%s', (_name, error, failure) => {
  expect(formFailure(error)).toBe(failure)
})
