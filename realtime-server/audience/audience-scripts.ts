import { RedisScript } from '#platform/redis-script.ts'
import { EPOCH_LUA } from '../epoch.ts'

/* The audience's steps, each one script and so one moment, by Redis's clock. Its keys are named in audience.ts. */

/** `mark(show, at, gap)`: the show is due, as soon as its last sum is `gap` ms old. */
const MARK_LUA = `
local function mark(show, at, gap)
  local summed = tonumber(redis.call('HGET', 'rt:viewers:' .. show, '#summedAt') or 0)
  local due = math.max(at, summed + gap)
  local known = tonumber(redis.call('ZSCORE', 'rt:viewers-due', show) or due + 1)
  if known > due then redis.call('ZADD', 'rt:viewers-due', due, show) end
end
`

/** ARGV node, gapMs, then showId, count, showId, count, … */
export const REPORT = new RedisScript(`
${EPOCH_LUA}
${MARK_LUA}
local node, gap, at = ARGV[1], tonumber(ARGV[2]), now()
local own = 'rt:viewers-of:' .. node
for i = 3, #ARGV, 2 do
  local show, count = ARGV[i], ARGV[i + 1]
  if count == '0' then
    redis.call('HDEL', 'rt:viewers:' .. show, node)
    redis.call('SREM', own, show)
  else
    redis.call('HSET', 'rt:viewers:' .. show, node, count)
    redis.call('SADD', own, show)
  end
  mark(show, at, gap)
end
redis.call(redis.call('EXISTS', own) == 1 and 'SADD' or 'SREM', 'rt:viewers-nodes', node)
return 1
`)

/**
 * ARGV distrustMs, epoch candidate, limit, gapMs, renewMs, sweep, budget → flat list showId, sum, told (-1 for never), toldAt,
 * and last whether more may be due (1 or 0) and the time. At most `sweep` shares of dead nodes are taken away first, whose
 * shows are then due at once. A share of a node without a lease is not summed, swept or not. A show without shares that is
 * told as nobody's is forgotten. Once `budget` shares were summed, the rest waits for the next call: shows on hundreds of
 * nodes cost as much as many shows.
 */
export const TAKE_DUE = new RedisScript(`
${EPOCH_LUA}
${MARK_LUA}
local distrust, limit, gap, renew = tonumber(ARGV[1]), ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local sweep, budget = tonumber(ARGV[6]), tonumber(ARGV[7])
local _, minted = current_epoch(ARGV[2])
local at = now()
if at - minted < distrust then return {0, at} end
local leases = {}
local function lives(node)
  if leases[node] == nil then leases[node] = tonumber(redis.call('ZSCORE', 'rt:nodes', node) or 0) end
  return leases[node] >= at
end
for _, node in ipairs(redis.call('SMEMBERS', 'rt:viewers-nodes')) do
  if sweep > 0 and not lives(node) then
    local shows = redis.call('SPOP', 'rt:viewers-of:' .. node, sweep)
    sweep = sweep - #shows
    for _, show in ipairs(shows) do
      redis.call('HDEL', 'rt:viewers:' .. show, node)
      mark(show, at, gap)
    end
    if redis.call('EXISTS', 'rt:viewers-of:' .. node) == 0 then redis.call('SREM', 'rt:viewers-nodes', node) end
  end
end
local answer = {}
local due = redis.call('ZRANGEBYSCORE', 'rt:viewers-due', '-inf', at, 'LIMIT', 0, limit)
local more = (sweep <= 0 or #due == tonumber(limit)) and 1 or 0
for _, show in ipairs(due) do
  if budget <= 0 then
    more = 1
    break
  end
  local key, sum, told, told_at = 'rt:viewers:' .. show, 0, -1, 0
  local fields = redis.call('HGETALL', key)
  budget = budget - #fields / 2
  for i = 1, #fields, 2 do
    local field, value = fields[i], tonumber(fields[i + 1])
    if field == '#told' then told = value
    elseif field == '#toldAt' then told_at = value
    elseif field ~= '#summedAt' and lives(field) then sum = sum + value end
  end
  if sum == 0 and told <= 0 then
    redis.call('DEL', key)
    redis.call('ZREM', 'rt:viewers-due', show)
  else
    redis.call('HSET', key, '#summedAt', at)
    redis.call('ZADD', 'rt:viewers-due', told_at + renew > at and told_at + renew or at + renew, show)
    for _, value in ipairs({show, sum, told, told_at}) do answer[#answer + 1] = value end
  end
end
answer[#answer + 1] = more
answer[#answer + 1] = at
return answer
`)

/** ARGV showId, count, showId, count, … A show that was forgotten meanwhile stays so. */
export const TOLD = new RedisScript(`
${EPOCH_LUA}
local at = now()
for i = 1, #ARGV, 2 do
  local key = 'rt:viewers:' .. ARGV[i]
  if redis.call('EXISTS', key) == 1 then redis.call('HSET', key, '#told', ARGV[i + 1], '#toldAt', at) end
end
return 1
`)
