import { RedisScript } from '#platform/redis-script.ts'
import { EPOCH_LUA } from '../epoch.ts'

/*
 * The registry's steps, each one script and so one moment: they read Redis's clock, never ours.
 * Keys are few and fixed; the sets per interest are named inside, since one Redis holds the whole registry.
 */

/** ARGV id, url, slot (or -1 to be given one), slots, leaseMs → slot. */
export const ENTER = new RedisScript(`
${EPOCH_LUA}
local id, url, slot, slots, lease = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local at = now()
if slot < 0 then
  local load = {}
  for s = 0, slots - 1 do load[s] = 0 end
  for _, node in ipairs(redis.call('ZRANGEBYSCORE', 'rt:nodes', at, '+inf')) do
    local s = tonumber(redis.call('HGET', 'rt:node:' .. node, 'slot') or -1)
    if load[s] then load[s] = load[s] + 1 end
  end
  slot = 0
  for s = 1, slots - 1 do if load[s] < load[slot] then slot = s end end
end
redis.call('HSET', 'rt:node:' .. id, 'url', url, 'slot', slot, 'state', 'starting', 'connections', 0)
redis.call('PEXPIRE', 'rt:node:' .. id, lease * 10)
redis.call('ZADD', 'rt:nodes', at + lease, id)
return slot
`)

/**
 * Lua: `bury(id, most)` takes out up to so many of a dead node's interests, and in the end the node itself. It stays in
 * `rt:nodes`, dead, until nothing names it any more. Returns how many interests it took out.
 */
const BURY_LUA = `
local function bury(id, most)
  local interests = redis.call('SPOP', 'rt:interests:' .. id, most)
  for _, interest in ipairs(interests) do redis.call('SREM', 'rt:stream:' .. interest, id) end
  if redis.call('EXISTS', 'rt:interests:' .. id) == 0 then redis.call('ZREM', 'rt:nodes', id) end
  return #interests
end
`

/**
 * ARGV id, state, connections, leaseMs, epoch candidate, graceMs, most → held (0/1), interests, epoch, now. A node that
 * is not known stays unknown. Every beat buries a part of one node whose lease ended more than `graceMs` ago.
 */
export const BEAT = new RedisScript(`
${EPOCH_LUA}
${BURY_LUA}
local id, state, connections, lease = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local epoch = current_epoch(ARGV[5])
local at = now()
local dead = redis.call('ZRANGEBYSCORE', 'rt:nodes', '-inf', at - tonumber(ARGV[6]), 'LIMIT', 0, 1)[1]
if dead and dead ~= id then bury(dead, ARGV[7]) end
local until_ = tonumber(redis.call('ZSCORE', 'rt:nodes', id) or 0)
if until_ < at or redis.call('EXISTS', 'rt:node:' .. id) == 0 then return {0, 0, epoch, at} end
local streams = redis.call('SCARD', 'rt:interests:' .. id)
redis.call('ZADD', 'rt:nodes', at + lease, id)
redis.call('HSET', 'rt:node:' .. id, 'state', state, 'connections', connections, 'streams', streams)
redis.call('PEXPIRE', 'rt:node:' .. id, lease * 10)
return {1, streams, epoch, at}
`)

/** ARGV id, then interests. Nobody would bury what a node adds that has been buried: it has to enter again first. */
export const ADD = new RedisScript(`
if not redis.call('ZSCORE', 'rt:nodes', ARGV[1]) then return 0 end
for i = 2, #ARGV do
  redis.call('SADD', 'rt:stream:' .. ARGV[i], ARGV[1])
  redis.call('SADD', 'rt:interests:' .. ARGV[1], ARGV[i])
end
return #ARGV - 1
`)

/** ARGV id, then interests. */
export const REMOVE = new RedisScript(`
for i = 2, #ARGV do
  redis.call('SREM', 'rt:stream:' .. ARGV[i], ARGV[1])
  redis.call('SREM', 'rt:interests:' .. ARGV[1], ARGV[i])
end
return #ARGV - 1
`)

/** ARGV id, most → how many interests were taken out; the node has left when that is none. Nobody addresses it from the first call on. */
export const LEAVE = new RedisScript(`
${BURY_LUA}
redis.call('DEL', 'rt:node:' .. ARGV[1])
if not redis.call('ZSCORE', 'rt:nodes', ARGV[1]) then return 0 end
redis.call('ZADD', 'rt:nodes', 0, ARGV[1])
return bury(ARGV[1], ARGV[2])
`)

/**
 * ARGV distrustMs, epoch candidate, then interests → trusted (0/1), then per interest a flat list id, slot, id, slot, …
 * The view is not trusted for `distrustMs` after the epoch was minted: until then nodes may not have registered again.
 */
export const TARGETS = new RedisScript(`
${EPOCH_LUA}
local distrust = tonumber(ARGV[1])
local _, minted = current_epoch(ARGV[2])
local at = now()
local leases, slots, answer = {}, {}, {at - minted >= distrust and 1 or 0}
for i = 3, #ARGV do
  local found = {}
  for _, node in ipairs(redis.call('SMEMBERS', 'rt:stream:' .. ARGV[i])) do
    if leases[node] == nil then
      leases[node] = tonumber(redis.call('ZSCORE', 'rt:nodes', node) or 0)
      slots[node] = redis.call('HGET', 'rt:node:' .. node, 'slot') or false
    end
    if leases[node] >= at then
      found[#found + 1] = node
      found[#found + 1] = slots[node] or '-1'
    end
  end
  answer[#answer + 1] = found
end
return answer
`)

/** → flat list of id, url, slot, state, connections of every live node. */
export const NODES = new RedisScript(`
${EPOCH_LUA}
local at, answer = now(), {}
for _, node in ipairs(redis.call('ZRANGEBYSCORE', 'rt:nodes', at, '+inf')) do
  local h = redis.call('HMGET', 'rt:node:' .. node, 'url', 'slot', 'state', 'connections')
  if h[1] then
    for _, value in ipairs({node, h[1], h[2], h[3], h[4]}) do answer[#answer + 1] = value end
  end
end
return answer
`)
