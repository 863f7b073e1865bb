import { expect, it } from 'vitest'
import { CoreGivenAMoment, CoreUnavailable } from '#lib/core/core-unavailable.ts'
import { createLog } from '#platform/log.ts'
import { failureResponse, problemTypeOf } from './failure-response.ts'

const named = (name: string) => Object.assign(new Error('secret detail'), { name })

it.each([
  [new CoreUnavailable('down'), 'storefront/core-unavailable'],
  [new CoreGivenAMoment(), 'storefront/core-unavailable'],
  [named('SitesUnknown'), 'storefront/unavailable'],
  [named('PrismaClientInitializationError'), 'storefront/unavailable'],
  [new Error('Connection terminated unexpectedly'), 'storefront/unavailable'],
  [new Error('a bug'), 'storefront/internal'],
  [named('VersionNotReached'), 'storefront/version-not-reached'],
  [Object.assign(named('PrismaClientKnownRequestError'), { code: 'P2025' }), 'storefront/internal'],
  [new TypeError('a bug'), 'storefront/internal'],
  ['not even an error', 'storefront/internal'],
])('%s is told as %s', (error, type) => {
  expect(problemTypeOf(error)).toBe(type)
})

it('tells nothing of the failure itself', async () => {
  const response = failureResponse(named('Whatever'), createLog('test', 'silent'))
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret')
})
