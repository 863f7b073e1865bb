import { expect, it } from 'vitest'
import { problemOfAuth } from './auth-problem.ts'

it.each([
  [429, null, 'storefront/too-many-attempts'],
  [401, 'INVALID_EMAIL_OR_PASSWORD', 'storefront/wrong-credentials'],
  [401, null, 'storefront/sign-in-needed'],
  [401, 'FAILED_TO_CREATE_SESSION', 'storefront/unavailable'],
  [422, 'FAILED_TO_CREATE_USER', 'storefront/unavailable'],
  [401, 'FAILED_TO_GET_SESSION', 'storefront/sign-in-needed'], // somebody signed it out meanwhile
  [500, null, 'storefront/unavailable'],
  [400, 'VALIDATION_ERROR', 'storefront/invalid-request'],
] as const)('%i %s is told as %s', (status, code, type) => {
  expect(problemOfAuth(status, code)).toBe(type)
})
