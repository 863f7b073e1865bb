import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { type StaffRole, staffRole } from './account.ts'
import { isLastOwner, lockStaff } from './last-owner.ts'
import { endAllSessions } from './sessions.ts'
import { rememberStaffRole } from './staff-roles.ts'

/** Somebody who works for a reseller. */
export interface StaffMember {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly role: StaffRole
  /** ISO 8601 in UTC. */
  readonly since: string
}

export type StaffOutcome =
  | { readonly outcome: 'done' }
  /** A reseller without an owner could never have one again. */
  | { readonly outcome: 'last-owner' }
  /** No verified account of this reseller. */
  | { readonly outcome: 'unknown-account' }

type Deps = Pick<Storefront, 'database' | 'sessionsRedis' | 'auths'>

/** Everybody who works for the reseller, those who came first first. */
export async function listStaff(site: Site, { database }: Pick<Deps, 'database'>): Promise<StaffMember[]> {
  const rows = await asReseller(database, site.resellerId, (transaction) =>
    transaction.staffMember.findMany({
      where: { resellerId: site.resellerId },
      include: { account: { select: { name: true, email: true } } },
      orderBy: { since: 'asc' },
    }),
  )
  return rows.flatMap(({ accountId, account, role, since }) => {
    const known = staffRole(role)
    return known === null ? [] : [{ accountId, ...account, role: known, since: since.toISOString() }]
  })
}

/** The account under an address at this reseller, verified; for making somebody staff by their address. */
export async function findAccountByEmail(
  site: Site,
  email: string,
  { database }: Pick<Deps, 'database'>,
): Promise<{ readonly accountId: string; readonly name: string } | null> {
  const { resellerId } = site
  const row = await asReseller(database, resellerId, (transaction) =>
    transaction.customerAccount.findUnique({
      where: { resellerId_email: { resellerId, email: email.trim().toLowerCase() }, emailVerified: true },
    }),
  )
  return row && { accountId: row.id, name: row.name }
}

/**
 * Makes a verified account staff, or gives it another role. It counts from the next request on; streams are the same for
 * every role.
 */
export async function setStaffRole(
  site: Site,
  accountId: string,
  role: StaffRole,
  deps: Omit<Deps, 'auths'>,
): Promise<StaffOutcome> {
  const { resellerId } = site
  const outcome = await changeStaff(deps.database, resellerId, accountId, role !== 'owner', async (transaction) => {
    const where = { resellerId_id: { resellerId, id: accountId }, emailVerified: true }
    if ((await transaction.customerAccount.findUnique({ where })) === null) return { outcome: 'unknown-account' }
    const own = { resellerId, accountId }
    await transaction.staffMember.upsert({
      where: { resellerId_accountId: own },
      create: { ...own, role },
      update: { role },
    })
    return { outcome: 'done' }
  })
  if (outcome.outcome === 'done') await rememberStaffRole(deps.sessionsRedis, resellerId, accountId, role)
  return outcome
}

/**
 * Makes staff a customer again, and signs them out: the realtime tier goes by a token that says `staff` for ten minutes
 * and asks nobody, so their sessions have to end for their streams to (decision 0100). Removing who is none is done already.
 */
export async function removeStaff(site: Site, accountId: string, secure: boolean, deps: Deps): Promise<StaffOutcome> {
  const { resellerId } = site
  let removed = 0
  const outcome = await changeStaff(deps.database, resellerId, accountId, true, async (transaction) => {
    removed = (await transaction.staffMember.deleteMany({ where: { resellerId, accountId } })).count
    return { outcome: 'done' }
  })
  if (outcome.outcome === 'done') await rememberStaffRole(deps.sessionsRedis, resellerId, accountId, null)
  if (removed > 0) await endAllSessions(site, accountId, secure, deps)
  return outcome
}

/** A change of a reseller's staff; `takesOwner` for one that may leave it with an owner fewer. */
function changeStaff(
  database: Database,
  resellerId: string,
  accountId: string,
  takesOwner: boolean,
  work: (transaction: ResellerTransaction) => Promise<StaffOutcome>,
): Promise<StaffOutcome> {
  return asReseller(database, resellerId, async (transaction) => {
    await lockStaff(transaction, resellerId)
    if (takesOwner && (await isLastOwner(transaction, resellerId, accountId))) return { outcome: 'last-owner' }
    return work(transaction)
  })
}
