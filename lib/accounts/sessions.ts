import type { SessionView } from '#contracts/account.ts'
import { asReseller } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import type { Account } from './account.ts'
import { deviceName } from './device-name.ts'

type Deps = Pick<Storefront, 'auths' | 'database'>

/** More than anybody looks through; the newest are shown. Whoever has more can still end all of them. */
const SHOWN = 50
/** Rows that are read at a time: ending one takes some ten round trips, beside which one more for fifty is nothing. */
const READ_AT_ONCE = 50

/** Where an account is signed in, the newest first; as PostgreSQL has it, which is the truth. */
export async function listSessions(
  site: Site,
  account: Account,
  { database }: Pick<Deps, 'database'>,
): Promise<SessionView[]> {
  const rows = await asReseller(database, site.resellerId, (transaction) =>
    transaction.accountSession.findMany({
      where: liveOnes(site, account.accountId),
      orderBy: { createdAt: 'desc' },
      take: SHOWN,
    }),
  )
  return rows.map(({ id, userAgent, createdAt }) => ({
    id,
    current: id === account.sessionId,
    ...deviceName(userAgent),
    since: createdAt.toISOString(),
  }))
}

/** Signs other browsers out: one, or all but this. What is no session of this account's is none at all. */
export function endSessions(
  site: Site,
  account: Account,
  which: { readonly sessionId: string } | { readonly others: true },
  secure: boolean,
  deps: Deps,
): Promise<number> {
  const ids = 'others' in which ? { not: account.sessionId } : { equals: which.sessionId }
  return endThose(site, account.accountId, ids, secure, deps)
}

/** Signs an account out everywhere, and so ends whatever its tokens in the realtime tier still allow. */
export async function endAllSessions(site: Site, accountId: string, secure: boolean, deps: Deps): Promise<void> {
  await endThose(site, accountId, {}, secure, deps)
}

type Ids = { readonly equals: string } | { readonly not: string } | Record<never, never>

/**
 * One by one, because each has a copy in Redis and streams that must hear of it; each once, so that one which cannot be
 * ended does not keep this going for ever.
 * @returns how many
 */
async function endThose(
  site: Site,
  accountId: string,
  ids: Ids,
  secure: boolean,
  { auths, database }: Deps,
): Promise<number> {
  const { internalAdapter } = await auths.for(site, secure).$context
  let ended = 0
  for (let after = ''; ; ) {
    const sessions = await asReseller(database, site.resellerId, (transaction) =>
      transaction.accountSession.findMany({
        where: { ...liveOnes(site, accountId), id: { ...ids, gt: after } },
        orderBy: { id: 'asc' },
        take: READ_AT_ONCE,
      }),
    )
    for (const { token } of sessions) await internalAdapter.deleteSession(token)
    ended += sessions.length
    after = sessions.at(-1)?.id ?? after
    if (sessions.length < READ_AT_ONCE) return ended
  }
}

const liveOnes = ({ resellerId }: Site, userId: string) => ({ resellerId, userId, expiresAt: { gt: new Date() } })
