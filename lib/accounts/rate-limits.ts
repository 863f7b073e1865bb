/** How often one address may ask one path in a window of so many seconds. Offices and mobile carriers share addresses. */
interface Rule {
  readonly window: number
  readonly max: number
}

/** For whatever is not named below. */
export const RATE_WINDOW_S: Rule = { window: 60, max: 100 }

/**
 * By the library's paths. A password costs a tenth of a second of a processor to check, and a mail costs a stranger's
 * patience: neither is to be had in numbers.
 */
export const RATE_LIMITS: Record<string, Rule> = {
  '/sign-in/email': { window: 60, max: 20 },
  '/sign-up/email': { window: 60, max: 10 },
  '/request-password-reset': { window: 60, max: 5 },
  '/send-verification-email': { window: 60, max: 5 },
  '/reset-password': { window: 60, max: 10 },
  '/change-email': { window: 60, max: 5 },
  '/change-password': { window: 60, max: 10 },
  '/verify-password': { window: 60, max: 10 },
  '/delete-user': { window: 60, max: 10 },
}
