import type { Redis } from 'ioredis'
import { sessionStorage } from '#lib/accounts/session-storage.ts'
import { clientNetwork } from '#platform/client-network.ts'
import { addressDigest } from '#platform/order-link.ts'

/** Mails about one address in a quarter of an hour: one that got lost, one for another code, and one more. */
const PER_ADDRESS = 3
/** Questions of one client: offices and mobile carriers share addresses, and a machine that tries a list does not get far. */
const PER_CLIENT = 20
const WINDOW_S = 15 * 60

/**
 * `mailed-enough` concerns the address that was asked about, so whoever asks must not hear of it; `uncounted` says that
 * Redis is away: without a count nothing is mailed.
 */
export type FindingVerdict = 'go' | 'mailed-enough' | { readonly tooManyForS: number } | 'uncounted'

/** Counts a question before it is answered: by who asks, where the edge says so, and by the mailbox that would be filled. */
export async function countFinding(
  redis: Redis,
  resellerId: string,
  email: string,
  client: string | null,
  secret: string,
): Promise<FindingVerdict> {
  const counts = sessionStorage(redis, resellerId)
  try {
    const asked = client === null ? null : await counts.count(`find-by:${clientNetwork(client)}`, WINDOW_S)
    if (asked !== null && asked.count > PER_CLIENT) return { tooManyForS: asked.leftS }
    const mails = await counts.increment(`find-for:${addressDigest(secret, resellerId, email)}`, WINDOW_S)
    return mails > PER_ADDRESS ? 'mailed-enough' : 'go'
  } catch {
    return 'uncounted'
  }
}
