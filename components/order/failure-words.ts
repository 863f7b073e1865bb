/** Core's reasons for a payment that failed, as it writes them, and the names of the texts that say them to a buyer. */
const REASONS = {
  'The card was declined.': 'failedDeclined',
  'The payment was not finished.': 'failedUnfinished',
  'The show was moved.': 'failedMoved',
} as const

/** What else to say of a payment that failed: why, where that is known, or what often helps where it is not. */
export const failureWords = (reason = '') => (isKnown(reason) ? REASONS[reason] : 'failedOther')

const isKnown = (reason: string): reason is keyof typeof REASONS => Object.hasOwn(REASONS, reason)
