/** What staff may do: a viewer looks, an editor changes, an owner also says who else is staff. */
export const STAFF_ROLES = ['viewer', 'editor', 'owner'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** Who is signed in at one reseller. */
export interface Account {
  readonly accountId: string
  /** What core knows this buyer by. Never shown to a browser. */
  readonly customerRef: string
  readonly email: string
  readonly emailVerified: boolean
  readonly name: string
  /** Null for a customer. */
  readonly staff: StaffRole | null
  /** Names this browser's session; `sid` of its realtime token. No secret, unlike the token in the cookie. */
  readonly sessionId: string
}

/** Whether somebody's role includes what another role may do. */
export function mayActAs(role: StaffRole | null, needed: StaffRole): boolean {
  return role !== null && STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(needed)
}

/** A stored role; null for what is none. */
export function staffRole(text: string | null | undefined): StaffRole | null {
  return STAFF_ROLES.find((role) => role === text) ?? null
}
