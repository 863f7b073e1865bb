import type { Redis } from 'ioredis'
import { countIn } from '#lib/limits/window-count.ts'
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
  const count = (what: string) => countIn(redis, resellerId, what, WINDOW_S)
  try {
    const asked = client === null ? null : await count(`find-by:${clientNetwork(client)}`)
    if (asked !== null && asked.count > PER_CLIENT) return { tooManyForS: asked.leftS }
    const mails = await count(`find-for:${addressDigest(secret, resellerId, email)}`)
    return mails.count > PER_ADDRESS ? 'mailed-enough' : 'go'
  } catch {
    return 'uncounted'
  }
}
