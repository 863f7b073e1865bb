/*
 * Where a key that ends mails leads, on the reseller's own host (decision 0090). Without zod, for mails and pages.
 */

/** The page that asks first. */
export const optOutPage = (key: string): string => `/unsubscribe/${key}`

/** Where mail programs POST, and where the page's own buttons lead. */
export const optOutAction = (key: string): string => `/api/unsubscribe/${key}`
