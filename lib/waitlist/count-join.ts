import type { Redis } from 'ioredis'
import { sessionStorage } from '#lib/accounts/session-storage.ts'
import { askSparingly } from '#lib/accounts/spared-redis.ts'
import { clientNetwork } from '#lib/http/client-network.ts'

export const JOIN_WINDOW_S = 15 * 60

/**
 * Counts an address that somebody leaves, before anything is mailed to it: each is a mail in the shop's name, and to a
 * stranger perhaps. While Redis is away the limit per mailbox remains, which PostgreSQL keeps.
 * @param limit addresses from one client in a quarter of an hour
 * @returns false when there were too many
 */
export async function countJoin(
  redis: Redis,
  resellerId: string,
  client: string | null,
  limit: number,
): Promise<boolean> {
  if (client === null) return true
  const count = () => sessionStorage(redis, resellerId).increment(`waitlist-by:${clientNetwork(client)}`, JOIN_WINDOW_S)
  return (await askSparingly(redis, count, 0)) <= limit
}
