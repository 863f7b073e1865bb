import { expect, it } from 'vitest'
import { type SearchProblem, searchProblem } from './search-problem.ts'

it.each<[string, Parameters<typeof searchProblem>[0], SearchProblem]>([
  ['the box office does not answer', { type: 'storefront/core-unavailable', status: 503 }, 'boxOffice'],
  ['somebody searched too often', { type: 'storefront/too-many-attempts', status: 429 }, 'tooMany'],
  ['the session has ended', { type: 'storefront/sign-in-needed', status: 401 }, 'signedOut'],
  ['the account is no staff any more', { type: 'storefront/not-found', status: 404 }, 'gone'],
  ['the server cannot', { type: 'storefront/unavailable', status: 503 }, 'away'],
  ['no answer came', null, 'away'],
])('accuses the box office only where it is away: %s', (_, problem, expected) => {
  expect(searchProblem(problem)).toBe(expected)
})
