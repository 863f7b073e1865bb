import { RedisScript } from '#platform/redis-script.ts'
import { EPOCH_LUA } from '../epoch.ts'
import { LAST_TTL_MS } from './history.ts'

/*
 * Histories live under their epoch:
 *   rt:history:<epoch>:<stream>              a Redis Stream with the fields e (event), d (data), v (version or '') and
 *                                            p (the id before it on the stream, or '')
 *   rt:last:<epoch>:<stream>                 the newest id and, after a space, the highest version; outlives the history
 *   rt:appended:<epoch>:<stream>:<eventId>   the id of the entry that tells of an event
 * Those of an epoch that ended are never read again and expire.
 *
 * What stands under such a key and is none of these was written by none of us. An error would come again with every try
 * and stop everything that shares the call, so it is discarded, and Redis's log names it. What that costs is one stream's
 * past: it looks as if its entries had expired, and viewers who need them are told to refetch.
 */

/** Lua: `call_on(key, command, …)` and `last_of(epoch, stream)`, which discard what is not ours; `is_id(text)`. */
const OURS_LUA = `
local function discard(key)
  redis.log(redis.LOG_WARNING, 'discarded a value that is not ours: ' .. key)
  redis.call('DEL', key)
end
local function call_on(key, command, ...)
  local reply = redis.pcall(command, key, ...)
  if type(reply) ~= 'table' or not reply.err then return reply end
  if string.find(reply.err, 'WRONGTYPE', 1, true) then discard(key) end
  return redis.call(command, key, ...)
end
local function is_id(text)
  local ms, seq = string.match(text, '^(%d+)%-(%d+)$')
  return ms ~= nil and #ms <= 15 and #seq <= 15
end
-- The newest id and the highest version, each '' where none is known. Where what was remembered is discarded, anything may
-- have been appended until now: whoever has not seen that must not be told that nothing is missing.
local function last_of(epoch, stream)
  local key = 'rt:last:' .. epoch .. ':' .. stream
  local value = redis.pcall('GET', key)
  if not value then return '', '' end
  local id, version = string.match(type(value) == 'string' and value or '', '^(%S+) (%d*)$')
  if id and is_id(id) then return id, version end
  discard(key)
  id = string.format('%.0f', now() - 1) .. '-0'
  redis.call('SET', key, id .. ' ', 'PX', ${LAST_TTL_MS})
  return id, ''
end
`

/**
 * ARGV epoch candidate, length, ttlMs, lastTtlMs, then stream, event, data, version, count of event ids, event ids… per
 * entry → epoch, then per entry: its id or '', the id before it or '', how many of its events are missing, those
 * (counted from 1), and the entries with which the others were appended.
 * Ids follow the clock, and never go back: not even when the clock did and the history has expired meanwhile.
 */
export const APPEND = new RedisScript(`
${EPOCH_LUA}
${OURS_LUA}
local epoch = current_epoch(ARGV[1])
local length, ttl, lastTtl = ARGV[2], ARGV[3], ARGV[4]
local function history_of(stream) return 'rt:history:' .. epoch .. ':' .. stream end
local function next_id(previous)
  local ms, seq = string.match(previous, '(%d+)-(%d+)')
  if ms and tonumber(ms) >= now() then return ms .. '-' .. string.format('%d', tonumber(seq) + 1) end
  return '*'
end
local function append(stream, event, data, version)
  local key, lastKey = history_of(stream), 'rt:last:' .. epoch .. ':' .. stream
  local previous, lastVersion = last_of(epoch, stream)
  local id = call_on(key, 'XADD', 'MAXLEN', '=', length, next_id(previous),
    'e', event, 'd', data, 'v', version, 'p', previous)
  redis.call('PEXPIRE', key, ttl)
  local newest = math.max(tonumber(version) or -1, tonumber(lastVersion) or -1)
  redis.call('SET', lastKey, id .. ' ' .. (newest < 0 and '' or string.format('%d', newest)), 'PX', lastTtl)
  return id, previous
end
local answer, stopped = {epoch}, {}
local i = 5
while i <= #ARGV do
  local stream, count = ARGV[i], tonumber(ARGV[i + 4])
  local known, missing, last = {}, {}, nil
  local function mark(n) return 'rt:appended:' .. epoch .. ':' .. stream .. ':' .. ARGV[i + 4 + n] end
  for n = 1, count do
    local id = call_on(mark(n), 'GET')
    if not id or not is_id(id) then missing[#missing + 1] = n
    elseif id ~= last then
      last = id
      known[#known + 1] = call_on(history_of(stream), 'XRANGE', id, id)[1]
    end
  end
  if last or stopped[stream] then
    if #missing > 0 then stopped[stream] = true end
    answer[#answer + 1] = {'', '', missing, known}
  else
    local id, previous = append(stream, ARGV[i + 1], ARGV[i + 2], ARGV[i + 3])
    for n = 1, count do redis.call('SET', mark(n), id, 'PX', ttl) end
    answer[#answer + 1] = {id, previous, {}, {}}
  end
  i = i + 5 + count
end
return answer
`)

/** ARGV epoch candidate, then streams → epoch, now, then per stream its newest id, a space, its highest version; or ''. */
export const TAILS = new RedisScript(`
${EPOCH_LUA}
${OURS_LUA}
local epoch = current_epoch(ARGV[1])
local answer = {epoch, now()}
for i = 2, #ARGV do
  local id, version = last_of(epoch, ARGV[i])
  answer[#answer + 1] = id == '' and '' or id .. ' ' .. version
end
return answer
`)

/**
 * ARGV epoch candidate, limit, then stream and entry id (exclusive) per request
 * → epoch, now, then per request: first entry id or '', the id before it (before now, without entries) or '', entries.
 */
export const SINCE = new RedisScript(`
${EPOCH_LUA}
${OURS_LUA}
local epoch = current_epoch(ARGV[1])
local answer = {epoch, now()}
for i = 3, #ARGV, 2 do
  local key = 'rt:history:' .. epoch .. ':' .. ARGV[i]
  local first, id, before = call_on(key, 'XRANGE', '-', '+', 'COUNT', 1)[1], '', ''
  if first then
    id = first[1]
    for f = 1, #first[2], 2 do if first[2][f] == 'p' then before = first[2][f + 1] end end
  else
    before = last_of(epoch, ARGV[i])
  end
  answer[#answer + 1] = {id, before, redis.call('XRANGE', key, '(' .. ARGV[i + 1], '+', 'COUNT', ARGV[2])}
end
return answer
`)
