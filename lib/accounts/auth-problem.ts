import type { StorefrontProblemType } from '#contracts/storefront.ts'

/** A code of ours among the library's: an account that cannot go. */
export const LAST_OWNER = 'LAST_OWNER'

const BY_CODE: Readonly<Record<string, StorefrontProblemType>> = {
  INVALID_EMAIL_OR_PASSWORD: 'storefront/wrong-credentials',
  EMAIL_NOT_VERIFIED: 'storefront/email-not-verified',
  INVALID_PASSWORD: 'storefront/wrong-password',
  INVALID_TOKEN: 'storefront/link-used-up',
  TOKEN_EXPIRED: 'storefront/link-used-up',
  USER_NOT_FOUND: 'storefront/link-used-up',
  INVALID_USER: 'storefront/link-used-up',
  // For a row that could not be written, whatever status it gives them.
  FAILED_TO_CREATE_SESSION: 'storefront/unavailable',
  FAILED_TO_CREATE_USER: 'storefront/unavailable',
  FAILED_TO_UPDATE_USER: 'storefront/unavailable',
  [LAST_OWNER]: 'storefront/last-owner',
}

/** Better Auth's refusal as a problem of ours, by its status and its code. What nobody expected is our fault or our load. */
export function problemOfAuth(status: number, code: string | null): StorefrontProblemType {
  if (status === 429) return 'storefront/too-many-attempts'
  const known = code === null ? undefined : BY_CODE[code]
  if (known !== undefined) return known
  if (status === 401) return 'storefront/sign-in-needed'
  return status >= 500 ? 'storefront/unavailable' : 'storefront/invalid-request'
}
