import type { Redis } from 'ioredis'
import { askSparingly } from '#lib/accounts/spared-redis.ts'
import { countIn } from '#lib/limits/window-count.ts'
import { clientNetwork } from '#platform/client-network.ts'

const WINDOW_S = 15 * 60

/**
 * Counts an address that somebody leaves, before anything is mailed to it: each is a mail in the shop's name, and to a
 * stranger perhaps. While Redis is away the limit per mailbox remains, which PostgreSQL keeps.
 * @param limit addresses from one client in a quarter of an hour
 * @returns null when it may be left; after too many, the seconds until there may be others
 */
export async function countJoin(
  redis: Redis,
  resellerId: string,
  client: string | null,
  limit: number,
): Promise<number | null> {
  if (client === null) return null
  const ask = () => countIn(redis, resellerId, `waitlist-by:${clientNetwork(client)}`, WINDOW_S)
  const counted = await askSparingly(redis, ask, null)
  return counted === null || counted.count <= limit ? null : counted.leftS
}
