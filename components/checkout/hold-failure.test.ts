import { expect, it } from 'vitest'
import { NotSentError } from '#components/api/not-sent-error.ts'
import { ProblemError } from '#components/api/problem-error.ts'
import { extensionFailure, holdFailure } from './hold-failure.ts'

const noNetwork = new TypeError('Failed to fetch')
const problem = (type: string, status: number) => new ProblemError({ type, title: type, status })

it.each([
  ['no network', new NotSentError(noNetwork), 'offline'],
  ['no answer', noNetwork, 'tryAgain'],
  ['core away', problem('storefront/core-unavailable', 503), 'tryAgain'],
  ['a browser without its cookie', problem('storefront/not-found', 404), 'gone'],
  ['a core that has forgotten it', problem('core/not-found', 404), 'gone'],
  ['too much at once', problem('storefront/too-often', 429), 'wait'],
  ['a hold that ended or is an order', problem('core/hold-expired', 410), 'over'],
  ['the last extension taken in another tab', problem('core/no-extensions-left', 409), 'noExtensions'],
  ['whatever else was refused', problem('storefront/forbidden-origin', 403), 'tryAgain'],
] as const)('%s is told as what it is', (_, error, failure) => {
  expect(holdFailure(error)).toBe(failure)
})

it.each([
  ['a browser without its cookie', problem('storefront/not-found', 404), false, true, 'gone'],
  ['no answer while there is more to be had', noNetwork, true, true, 'tryAgain'],
  ['no answer when there is no more to be had', noNetwork, false, false, 'noExtensions'],
  ['nothing twice', noNetwork, false, true, null],
  ['the last extension taken in another tab', problem('core/no-extensions-left', 409), true, true, 'noExtensions'],
] as const)('why there is not more time, for %s', (_, error, mayExtend, isSaid, failure) => {
  expect(extensionFailure(error, { mayExtend, isSaid })).toBe(failure)
})
