import type { Redis } from 'ioredis'
import { askSparingly } from '#lib/accounts/spared-redis.ts'
import { clientNetwork } from '#lib/http/client-network.ts'

/** About as long as core holds tickets: by then what a limit's worth of guests held and did not buy is back. */
const WINDOW_S = 10 * 60

/**
 * Remembers who came, up to a limit, for a while after the first. Who is remembered comes again as often as they like;
 * who is over it is not remembered, so a set never has more members than the limit.
 */
const ADMIT = `
if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 1 then return 1 end
local known = redis.call('SCARD', KEYS[1])
if known >= tonumber(ARGV[2]) then return 0 end
redis.call('SADD', KEYS[1], ARGV[1])
if known == 0 then redis.call('EXPIRE', KEYS[1], ARGV[3]) end
return 1`

/** Where a guest comes from, as the edge says, and for which show. */
interface Arrival {
  readonly resellerId: string
  readonly showId: string
  readonly client: string | null
  readonly guest: string
}

/**
 * Whether a guest may hold tickets of a show: so many of one client may, in ten minutes. Core's limit is for each buyer,
 * and a machine that throws its cookies away is a new one each time. Guests are counted, not cookies that were made
 * here, because a cookie is to be had elsewhere. While Redis is away, or nobody says who asks, everybody may: a shop that
 * sells nothing is worse than one without this limit.
 * @param limit guests of one client for one show
 */
export async function admitGuest(redis: Redis, arrival: Arrival, limit: number): Promise<boolean> {
  const { resellerId, showId, client, guest } = arrival
  if (client === null) return true
  const key = `guests:${resellerId}:${JSON.stringify([showId, clientNetwork(client)])}`
  const ask = async () => Number(await redis.eval(ADMIT, 1, key, guest, limit, WINDOW_S))
  return (await askSparingly(redis, ask, 1)) === 1
}
