import { EPOCH_LUA } from '../epoch.ts'
import { RedisScript } from '../redis-script.ts'

/*
 * Histories live under their epoch:
 *   rt:history:<epoch>:<stream>              a Redis Stream with the fields e (event), d (data), v (version or '') and
 *                                            p (the id before it on the stream, or '')
 *   rt:last:<epoch>:<stream>                 the newest id and, after a space, the highest version; outlives the history
 *   rt:appended:<epoch>:<stream>:<eventId>   the id of the entry that tells of an event
 * Those of an epoch that ended are never read again and expire.
 */

/**
 * ARGV epoch candidate, length, ttlMs, lastTtlMs, then stream, event, data, version, count of event ids, event ids… per
 * entry → epoch, then per entry: its id or '', the id before it or '', how many of its events are missing, those
 * (counted from 1), and the entries with which the others were appended.
 * Ids follow the clock, and never go back: not even when the clock did and the history has expired meanwhile.
 */
export const APPEND = new RedisScript(`
${EPOCH_LUA}
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
  local previous, lastVersion = string.match(redis.call('GET', lastKey) or ' ', '(%S*) (%S*)')
  local id = redis.call('XADD', key, 'MAXLEN', '=', length, next_id(previous),
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
    local id = redis.call('GET', mark(n))
    if not id then missing[#missing + 1] = n
    elseif id ~= last then
      last = id
      known[#known + 1] = redis.call('XRANGE', history_of(stream), id, id)[1]
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
local epoch = current_epoch(ARGV[1])
local answer = {epoch, now()}
for i = 2, #ARGV do answer[#answer + 1] = redis.call('GET', 'rt:last:' .. epoch .. ':' .. ARGV[i]) or '' end
return answer
`)

/**
 * ARGV epoch candidate, limit, then stream and entry id (exclusive) per request
 * → epoch, now, then per request: first entry id or '', the id before it (before now, without entries) or '', entries.
 */
export const SINCE = new RedisScript(`
${EPOCH_LUA}
local epoch = current_epoch(ARGV[1])
local answer = {epoch, now()}
for i = 3, #ARGV, 2 do
  local key = 'rt:history:' .. epoch .. ':' .. ARGV[i]
  local first, id, before = redis.call('XRANGE', key, '-', '+', 'COUNT', 1)[1], '', ''
  if first then
    id = first[1]
    for f = 1, #first[2], 2 do if first[2][f] == 'p' then before = first[2][f + 1] end end
  else
    before = string.match(redis.call('GET', 'rt:last:' .. epoch .. ':' .. ARGV[i]) or '', '%S*')
  end
  answer[#answer + 1] = {id, before, redis.call('XRANGE', key, '(' .. ARGV[i + 1], '+', 'COUNT', ARGV[2])}
end
return answer
`)
