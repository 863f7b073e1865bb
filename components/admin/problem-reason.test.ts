import { expect, it } from 'vitest'
import { Locale } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'
import { type FailureReason, failureReason, type ProblemReason, problemReason } from './problem-reason.ts'

const cases: [string, number, ProblemReason][] = [
  ['storefront/sign-in-needed', 401, 'signedOut'],
  ['storefront/forbidden', 403, 'role'],
  ['storefront/preview', 403, 'preview'],
  ['storefront/not-found', 404, 'gone'],
  ['storefront/too-often', 429, 'tooOften'],
  ['storefront/reseller-service-unavailable', 503, 'serviceAway'],
  ['storefront/unavailable', 503, 'away'],
  ['storefront/internal', 502, 'away'],
  ['storefront/forbidden-origin', 403, 'other'],
  ['reseller-service/invalid-request', 400, 'other'],
]

it.each(cases)('words %s (%i) as “%s”, in the language of the page', (type, status, reason) => {
  expect(problemReason({ type, status })).toBe(reason)
  const said = Locale.options.map((locale) => translator(locale, 'admin')(`problem_${reason}`))
  expect(new Set(said).size).toBe(Locale.options.length - 1) // both kinds of English say the same
})

it.each<[string, Parameters<typeof failureReason>[0], FailureReason]>([
  ['no answer came', null, 'unanswered'],
  ['an edge had no answer', { type: 'storefront/internal', status: 504 }, 'unanswered'],
  ['an edge lost its answer', { type: 'storefront/internal', status: 502 }, 'unanswered'],
  ['an edge waited in vain, or a commit was lost', { type: 'storefront/unavailable', status: 503 }, 'unanswered'],
  ['we failed somewhere on the way', { type: 'storefront/internal', status: 500 }, 'unanswered'],
  ['the box office did not say whose it is', { type: 'storefront/core-unavailable', status: 503 }, 'away'],
  ['there was nobody to ask', { type: 'storefront/reseller-service-unavailable', status: 503 }, 'serviceAway'],
  ['the session has ended', { type: 'storefront/sign-in-needed', status: 401 }, 'signedOut'],
])('claims that nothing was changed only where that is known: %s', (_, problem, reason) => {
  expect(failureReason(problem)).toBe(reason)
  const said = Locale.options.map((locale) => translator(locale, 'admin')(`problem_${reason}`))
  expect(new Set(said).size).toBe(Locale.options.length - 1)
})
