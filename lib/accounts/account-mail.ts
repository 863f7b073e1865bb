import type { Site } from '#lib/reseller/site.ts'

/** What accounts write to people about. `url` is on the reseller's own host. */
export type AccountMail =
  | {
      readonly kind: 'account.verify' | 'account.reset' | 'account.confirm-new-email'
      readonly to: string
      readonly data: { readonly url: string }
    }
  | {
      readonly kind: 'account.exists' | 'account.email-changed' | 'account.deleted'
      readonly to: string
      readonly data: Record<never, never>
    }

/** Puts a mail on its way; resolves when it cannot get lost any more. */
export type SendAccountMail = (site: Site, mail: AccountMail) => Promise<void>
