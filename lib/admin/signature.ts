import type { Account } from '#lib/accounts/account.ts'

/** As much as the reseller service keeps. */
const LIMIT = 120

/** How staff sign what they save: so that colleagues know whom to ask. */
export const signatureOf = ({ name, email }: Pick<Account, 'name' | 'email'>): string =>
  (name.trim() ? `${name.trim()} (${email})` : email).slice(0, LIMIT)
