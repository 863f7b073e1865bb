import type { SessionView } from '#contracts/account.ts'
import { asReseller } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'
import type { Account } from './account.ts'
import { deviceName } from './device-name.ts'

type Deps = Pick<Storefront, 'auths' | 'database'>

/** More than anybody has; the newest are shown. */
const SHOWN = 50

/** Where an account is signed in, the newest first; as PostgreSQL has it, which is the truth. */
export async function listSessions(
  site: Site,
  account: Account,
  { database }: Pick<Deps, 'database'> = storefront(),
): Promise<SessionView[]> {
  const rows = await readSessions(database, site, account)
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    current: id === account.sessionId,
    ...deviceName(userAgent),
    since: createdAt.toISOString(),
    lastSeen: updatedAt.toISOString(),
  }))
}

/** Signs other browsers out: one, or all but this. What is no session of this account's is none at all. */
export async function endSessions(
  site: Site,
  account: Account,
  which: { readonly sessionId: string } | { readonly others: true },
  secure: boolean,
  { auths, database }: Deps = storefront(),
): Promise<number> {
  const rows = await readSessions(database, site, account)
  const ending = rows.filter(({ id }) => ('others' in which ? id !== account.sessionId : id === which.sessionId))
  const { internalAdapter } = await auths.for(site, secure).$context
  for (const { token } of ending) await internalAdapter.deleteSession(token)
  return ending.length
}

/** Signs an account out everywhere: its streams close at once, and what its cookies said about it counts no more. */
export async function endAllSessions(
  site: Site,
  accountId: string,
  secure: boolean,
  { auths, database }: Deps = storefront(),
): Promise<void> {
  const { internalAdapter } = await auths.for(site, secure).$context
  for (let ended = SHOWN; ended === SHOWN; ) {
    const rows = await readSessions(database, site, { accountId })
    for (const { token } of rows) await internalAdapter.deleteSession(token)
    ended = rows.length
  }
}

function readSessions(
  database: Storefront['database'],
  { resellerId }: Site,
  { accountId }: Pick<Account, 'accountId'>,
) {
  return asReseller(database, resellerId, (transaction) =>
    transaction.accountSession.findMany({
      where: { resellerId, userId: accountId, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: 'desc' },
      take: SHOWN,
    }),
  )
}
