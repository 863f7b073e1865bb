import type { Redis } from 'ioredis'
import { asReseller, type Database } from '#lib/database/database.ts'
import { ownInRedis } from '#lib/reseller/own-in-redis.ts'
import { type StaffRole, staffRole } from './account.ts'
import { askSparingly } from './spared-redis.ts'

/** A right that was taken while Redis was away ends after this, as every right does (P17: within 5 s). */
const ROLE_LIFE_S = 5

/** Nearly everybody is a customer, and asked for with each of their requests. Whoever becomes staff is told to Redis. */
const CUSTOMER_LIFE_S = 300

const CUSTOMER = 'customer'
const keyOf = (resellerId: string, accountId: string) => ownInRedis(resellerId, `staff:${accountId}`)

/** What somebody may do for a reseller; from Redis where it is known there, else from PostgreSQL. */
export async function readStaffRole(
  redis: Redis,
  database: Database,
  resellerId: string,
  accountId: string,
): Promise<StaffRole | null> {
  const key = keyOf(resellerId, accountId)
  const known = await askSparingly(redis, () => redis.get(key), null)
  if (known !== null) return staffRole(known)
  const row = await asReseller(database, resellerId, (transaction) =>
    transaction.staffMember.findUnique({ where: { resellerId_accountId: { resellerId, accountId } } }),
  )
  const role = staffRole(row?.role)
  // Only where nothing is: a change that came between our reading and this has written the newer role.
  await askSparingly(redis, () => redis.set(key, role ?? CUSTOMER, 'EX', lifeOf(role), 'NX'), null)
  return role
}

/** After a change was committed: what is read from now on. */
export async function rememberStaffRole(
  redis: Redis,
  resellerId: string,
  accountId: string,
  role: StaffRole | null,
): Promise<void> {
  await redis.set(keyOf(resellerId, accountId), role ?? CUSTOMER, 'EX', lifeOf(role)).catch(() => {})
}

const lifeOf = (role: StaffRole | null): number => (role === null ? CUSTOMER_LIFE_S : ROLE_LIFE_S)
