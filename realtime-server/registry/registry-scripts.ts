import { EPOCH_LUA } from '../epoch.ts'
import { RedisScript } from '../redis-script.ts'

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
redis.call('HSETNX', 'rt:node:' .. id, 'streams', 0)
redis.call('PEXPIRE', 'rt:node:' .. id, lease * 10)
redis.call('ZADD', 'rt:nodes', at + lease, id)
return slot
`)

/** ARGV id, state, connections, leaseMs, epoch candidate → held (0/1), interests, epoch, now. A node that is not known stays unknown. */
export const BEAT = new RedisScript(`
${EPOCH_LUA}
local id, state, connections, lease = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local epoch = current_epoch(ARGV[5])
local at = now()
local until_ = tonumber(redis.call('ZSCORE', 'rt:nodes', id) or 0)
local streams = redis.call('HGET', 'rt:node:' .. id, 'streams')
if until_ < at or not streams then return {0, 0, epoch, at} end
redis.call('ZADD', 'rt:nodes', at + lease, id)
redis.call('HSET', 'rt:node:' .. id, 'state', state, 'connections', connections)
redis.call('PEXPIRE', 'rt:node:' .. id, lease * 10)
return {1, tonumber(streams), epoch, at}
`)

/** ARGV id, then interests. Counts only what is new, so that the count stays true when a call is repeated. */
export const ADD = new RedisScript(`
local added = 0
for i = 2, #ARGV do added = added + redis.call('SADD', 'rt:stream:' .. ARGV[i], ARGV[1]) end
if redis.call('EXISTS', 'rt:node:' .. ARGV[1]) == 1 then redis.call('HINCRBY', 'rt:node:' .. ARGV[1], 'streams', added) end
return added
`)

/** ARGV id, then interests. In Lua `-removed` would be `-0` for none, which Redis takes for no integer. */
export const REMOVE = new RedisScript(`
local removed = 0
for i = 2, #ARGV do removed = removed + redis.call('SREM', 'rt:stream:' .. ARGV[i], ARGV[1]) end
if redis.call('EXISTS', 'rt:node:' .. ARGV[1]) == 1 then redis.call('HINCRBY', 'rt:node:' .. ARGV[1], 'streams', 0 - removed) end
return removed
`)

/** ARGV id. Its entries in the sets of interests are filtered from now on and swept by readers. */
export const LEAVE = new RedisScript(`
redis.call('ZREM', 'rt:nodes', ARGV[1])
redis.call('DEL', 'rt:node:' .. ARGV[1])
return 1
`)

/**
 * ARGV distrustMs, graceMs, epoch candidate, then interests → trusted (0/1), then per interest a flat list id, slot, id, slot, …
 * The view is not trusted for `distrustMs` after the epoch was minted: until then nodes may not have registered again.
 * Nodes whose lease ended more than `graceMs` ago are swept from the sets that are read here.
 */
export const TARGETS = new RedisScript(`
${EPOCH_LUA}
local distrust, grace = tonumber(ARGV[1]), tonumber(ARGV[2])
local _, minted = current_epoch(ARGV[3])
local at = now()
local leases, slots, answer = {}, {}, {at - minted >= distrust and 1 or 0}
for i = 4, #ARGV do
  local key, found = 'rt:stream:' .. ARGV[i], {}
  for _, node in ipairs(redis.call('SMEMBERS', key)) do
    if leases[node] == nil then
      leases[node] = tonumber(redis.call('ZSCORE', 'rt:nodes', node) or 0)
      slots[node] = redis.call('HGET', 'rt:node:' .. node, 'slot') or false
    end
    if leases[node] >= at then
      found[#found + 1] = node
      found[#found + 1] = slots[node] or '-1'
    elseif leases[node] < at - grace then
      redis.call('SREM', key, node)
    end
  end
  answer[#answer + 1] = found
end
return answer
`)

/** → flat list of id, url, slot, state, connections of every live node. Leases that ended long ago (ARGV graceMs) are dropped. */
export const NODES = new RedisScript(`
${EPOCH_LUA}
local at, answer = now(), {}
redis.call('ZREMRANGEBYSCORE', 'rt:nodes', '-inf', at - tonumber(ARGV[1]))
for _, node in ipairs(redis.call('ZRANGEBYSCORE', 'rt:nodes', at, '+inf')) do
  local h = redis.call('HMGET', 'rt:node:' .. node, 'url', 'slot', 'state', 'connections')
  if h[1] then
    for _, value in ipairs({node, h[1], h[2], h[3], h[4]}) do answer[#answer + 1] = value end
  end
end
return answer
`)
