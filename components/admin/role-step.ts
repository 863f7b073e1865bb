import type { StaffRole } from '#lib/accounts/account.ts'

/** The least first. */
export const ROLES = ['viewer', 'editor', 'owner'] as const satisfies readonly StaffRole[]

/** A role to choose; empty for none, which takes the pages away. */
export type RoleChoice = StaffRole | ''

/**
 * What has to happen before a choice counts. Nothing does by itself: a select changes with each arrow key, so a choice is
 * saved by a button of its own, and one that signs somebody out everywhere is asked about first.
 */
export function roleStep(role: StaffRole, choice: RoleChoice): 'nothing' | 'save' | 'ask' {
  if (choice === role) return 'nothing'
  return choice === '' ? 'ask' : 'save'
}
