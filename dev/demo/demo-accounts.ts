import type { StaffRole } from '#lib/accounts/account.ts'

/** One for all: these accounts exist on a developer's machine only. */
export const DEMO_PASSWORD = 'let me in please'

export interface DemoAccount {
  /** Before the @: `owner@aurora.example`. */
  readonly mailbox: string
  readonly name: string
  readonly staff: StaffRole | null
}

/** At every demo reseller: somebody who buys, and somebody in each role of its staff. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { mailbox: 'customer', name: 'Robin Customer', staff: null },
  { mailbox: 'owner', name: 'Olivia Owner', staff: 'owner' },
  { mailbox: 'editor', name: 'Eddie Editor', staff: 'editor' },
  { mailbox: 'viewer', name: 'Vera Viewer', staff: 'viewer' },
]

export const demoEmail = (mailbox: string, resellerId: string): string => `${mailbox}@${resellerId}.example`
