import type { Redis } from 'ioredis'
import { z } from 'zod'
import { askSparingly } from '#lib/accounts/spared-redis.ts'
import { clientNetwork } from '#platform/client-network.ts'
import { RedisScript } from '#platform/redis-script.ts'

/** About as long as core holds tickets: what a guest held, did not buy and did not extend since is back by then. */
const WINDOW_S = 10 * 60
/**
 * For how long it is known where a guest was let in: longer than any hold lasts between two asks of its owner, so that the
 * hold is still theirs when it is forgotten that they had it.
 */
const HOME_S = 60 * 60

/**
 * Now, in microseconds, so that no two asks have the same; written digit by digit, because Lua rounds what is so long.
 * Whoever last asked longer ago than the window is dropped first, each on their own.
 */
const NOW = `
local time = redis.call('TIME')
local micros = string.format('%06d', time[2])
local now = time[1] .. micros
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%d', time[1] - ARGV[1]) .. micros)`

/**
 * Who is known comes again as often as they like; who is over the limit is not remembered, and is told when the first of
 * those who are in may be out. Wherever a guest was let in last, there they are counted on (their home).
 */
const ADMIT = new RedisScript(`${NOW}
redis.call('EXPIRE', KEYS[1], ARGV[1])
for n = 4, #ARGV do
  if redis.call('ZSCORE', KEYS[1], ARGV[n]) then
    redis.call('ZADD', KEYS[1], now, ARGV[n])
    redis.call('SET', KEYS[n - 2], KEYS[1], 'EX', ARGV[3])
    return { 'known' }
  end
end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then
  local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
  return { 'full', first[2] and math.ceil((first[2] - now) / 1000000 + ARGV[1]) or tonumber(ARGV[1]) }
end
local before = redis.call('GET', KEYS[2])
redis.call('ZADD', KEYS[1], now, ARGV[4])
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('SET', KEYS[2], KEYS[1], 'EX', ARGV[3])
return { 'new', now, before or '' }`)

/** Who was let in elsewhere since this one's home was looked up is at home there. */
const REFRESH = new RedisScript(`${NOW}
redis.call('ZADD', KEYS[1], now, ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[1])
redis.call('SET', KEYS[2], KEYS[1], 'EX', ARGV[3], 'NX')
redis.call('EXPIRE', KEYS[2], ARGV[3])`)

/**
 * Only who has not asked again: another ask of theirs may have been answered with tickets. They are at home where they were
 * before, or else a refusal here would take what they hold elsewhere out of that count; or where they were let in since.
 */
const FORGET = new RedisScript(`
local last = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not last or tonumber(last) ~= tonumber(ARGV[2]) then return end
redis.call('ZREM', KEYS[1], ARGV[1])
if redis.call('GET', KEYS[2]) ~= KEYS[1] then return end
if ARGV[4] == '' then redis.call('DEL', KEYS[2]) else redis.call('SET', KEYS[2], ARGV[4], 'EX', ARGV[3]) end`)

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
 * @returns when there are too many, the seconds until there may be fewer
 */
export async function admitGuest(
  redis: Redis,
  arrival: Arrival,
  guests: readonly [string, ...string[]],
  limit: number,
): Promise<Admission | { readonly fullForS: number }> {
  const key = keyOf(arrival)
  if (key === null) return { forget: async () => {} }
  const homes = guests.map((guest) => homeOf(arrival, guest))
  const ask = () => ADMIT.run(redis, [key, ...homes], [WINDOW_S, limit, HOME_S, ...guests])
  const answer = Verdict.parse(await askSparingly<unknown>(redis, ask, ['known']))
  if (answer[0] === 'full') return { fullForS: Math.min(WINDOW_S, Math.max(1, answer[1])) }
  const forget = async () => {
    if (answer[0] !== 'new') return
    const [, at, before] = answer
    const [guest] = guests
    const forgetIt = () => FORGET.run(redis, [key, homeOf(arrival, guest)], [guest, at, HOME_S, before])
    await askSparingly<unknown>(redis, forgetIt, null)
  }
  return { forget }
}

/** When there may be room; when a new one was let in, and whose they were before, if anybody's. */
const Verdict = z.union([
  z.tuple([z.literal('known')]),
  z.tuple([z.literal('full'), z.int()]),
  z.tuple([z.literal('new'), z.string(), z.string()]),
])

/**
 * Counts a guest who extended a hold from now on, over the limit too: nobody loses tickets that they have. They are counted
 * where they were let in, wherever they extend from: with two addresses one would hold and the other extend.
 */
export async function refreshGuest(redis: Redis, arrival: Arrival, guest: string): Promise<void> {
  const key = keyOf(arrival)
  if (key === null) return
  const home = homeOf(arrival, guest)
  const refresh = async () => REFRESH.run(redis, [(await redis.get(home)) ?? key, home], [WINDOW_S, guest, HOME_S])
  await askSparingly<unknown>(redis, refresh, null)
}

/** Where it is noted in whose count a guest of a show is. */
const homeOf = ({ resellerId, showId }: Arrival, guest: string): string =>
  `guest-home:${resellerId}:${JSON.stringify([showId, guest])}`

function keyOf({ resellerId, showId, client }: Arrival): string | null {
  // Another name than the sets of before: a sorted set cannot be written where one of those still lies.
  return client === null ? null : `guests-by-time:${resellerId}:${JSON.stringify([showId, clientNetwork(client)])}`
}
