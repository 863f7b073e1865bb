import type { Redis } from 'ioredis'
import { askSparingly } from '#lib/accounts/spared-redis.ts'
import { clientNetwork } from '#lib/http/client-network.ts'

/** About as long as core holds tickets: what a guest held, did not buy and did not extend since is back by then. */
export const GUEST_WINDOW_S = 10 * 60

/**
 * Now, in microseconds, so that no two asks have the same; written digit by digit, because Lua rounds what is so long.
 * Whoever last asked longer ago than the window is dropped first, each on their own.
 */
const NOW = `
local time = redis.call('TIME')
local micros = string.format('%06d', time[2])
local now = time[1] .. micros
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%d', time[1] - ARGV[1]) .. micros)`

/** Who is known comes again as often as they like; who is over the limit is not remembered. */
const ADMIT = `${NOW}
redis.call('EXPIRE', KEYS[1], ARGV[1])
for n = 3, #ARGV do
  if redis.call('ZSCORE', KEYS[1], ARGV[n]) then
    redis.call('ZADD', KEYS[1], now, ARGV[n])
    return 'known'
  end
end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 'full' end
redis.call('ZADD', KEYS[1], now, ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[1])
return now`

const REFRESH = `${NOW}
redis.call('ZADD', KEYS[1], now, ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[1])`

/** Only who has not asked again: another ask of theirs may have been answered with tickets. */
const FORGET = `
local last = redis.call('ZSCORE', KEYS[1], ARGV[1])
if last and tonumber(last) == tonumber(ARGV[2]) then redis.call('ZREM', KEYS[1], ARGV[1]) end`

/** Where a guest comes from, as the edge says, and for which show. */
interface Arrival {
  readonly resellerId: string
  readonly showId: string
  readonly client: string | null
}

/** A guest who may hold tickets. */
interface Admission {
  /** To be called when core refused: who came with this ask and has not asked again is not counted. */
  readonly forget: () => Promise<void>
}

/**
 * Lets a guest hold tickets of a show: so many of one client may who asked within ten minutes. Core's limit is for each
 * buyer, and a machine that throws its cookies away is a new one each time. Guests are counted, not cookies that were made
 * here, because a cookie is to be had elsewhere. While Redis is away, or nobody says who asks, everybody may: a shop that
 * sells nothing is worse than one without this limit.
 * @param guests whom this browser may have been: who is remembered as one of them is in; who is new, as the first. The
 * guest of a key may be among them, because a key gives one hold at most (decision 0098).
 * @param limit guests of one client for one show
 * @returns null when there are too many
 */
export async function admitGuest(
  redis: Redis,
  arrival: Arrival,
  guests: readonly [string, ...string[]],
  limit: number,
): Promise<Admission | null> {
  const key = keyOf(arrival)
  if (key === null) return { forget: async () => {} }
  const ask = async () => String(await redis.eval(ADMIT, 1, key, GUEST_WINDOW_S, limit, ...guests))
  const answer = await askSparingly(redis, ask, 'known')
  if (answer === 'full') return null
  const forget = async () => {
    if (answer !== 'known') await askSparingly(redis, () => redis.eval(FORGET, 1, key, guests[0], answer), null)
  }
  return { forget }
}

/** Counts a guest who extended a hold from now on, over the limit too: nobody loses tickets that they have. */
export async function refreshGuest(redis: Redis, arrival: Arrival, guest: string): Promise<void> {
  const key = keyOf(arrival)
  if (key !== null) await askSparingly(redis, () => redis.eval(REFRESH, 1, key, GUEST_WINDOW_S, guest), null)
}

function keyOf({ resellerId, showId, client }: Arrival): string | null {
  // Another name than the sets of before: a sorted set cannot be written where one of those still lies.
  return client === null ? null : `guests-by-time:${resellerId}:${JSON.stringify([showId, clientNetwork(client)])}`
}
