import { EPOCH_LUA } from '../epoch.ts'
import { RedisScript } from '../redis-script.ts'

/*
 * Histories live under their epoch: `rt:history:<epoch>:<stream>` is a Redis Stream with the fields e (event), d (data)
 * and v (version or ''), `rt:appended:<epoch>:<stream>:<eventId>` the entry id that an event got. Those of an epoch
 * that ended are never read again and expire.
 */

/** ARGV epoch candidate, length, ttlMs, then stream, eventId, event, data, version per entry → epoch, entry ids. */
export const APPEND = new RedisScript(`
${EPOCH_LUA}
local epoch = current_epoch(ARGV[1])
local length, ttl = ARGV[2], ARGV[3]
local answer = {epoch}
for i = 4, #ARGV, 5 do
  local key = 'rt:history:' .. epoch .. ':' .. ARGV[i]
  local mark = 'rt:appended:' .. epoch .. ':' .. ARGV[i] .. ':' .. ARGV[i + 1]
  local id = redis.call('GET', mark)
  if not id then
    id = redis.call('XADD', key, 'MAXLEN', '=', length, '*', 'e', ARGV[i + 2], 'd', ARGV[i + 3], 'v', ARGV[i + 4])
    redis.call('PEXPIRE', key, ttl)
    redis.call('SET', mark, id, 'PX', ttl)
  end
  answer[#answer + 1] = id
end
return answer
`)

/** ARGV epoch candidate, then streams → epoch, now, then per stream the last entry id and its version, or '' twice. */
export const TAILS = new RedisScript(`
${EPOCH_LUA}
local epoch = current_epoch(ARGV[1])
local answer = {epoch, now()}
for i = 2, #ARGV do
  local last = redis.call('XREVRANGE', 'rt:history:' .. epoch .. ':' .. ARGV[i], '+', '-', 'COUNT', 1)[1]
  local version = ''
  if last then for f = 1, #last[2], 2 do if last[2][f] == 'v' then version = last[2][f + 1] end end end
  answer[#answer + 1] = last and last[1] or ''
  answer[#answer + 1] = version
end
return answer
`)

/**
 * ARGV epoch candidate, limit, then stream and entry id (exclusive) per request
 * → epoch, now, then per request: entries ever added, length, first entry id or '', entries.
 */
export const SINCE = new RedisScript(`
${EPOCH_LUA}
local epoch = current_epoch(ARGV[1])
local answer = {epoch, now()}
for i = 3, #ARGV, 2 do
  local key = 'rt:history:' .. epoch .. ':' .. ARGV[i]
  local added, length, first = 0, 0, ''
  if redis.call('EXISTS', key) == 1 then
    local info = redis.call('XINFO', 'STREAM', key)
    for f = 1, #info, 2 do
      if info[f] == 'entries-added' then added = info[f + 1] end
      if info[f] == 'length' then length = info[f + 1] end
      if info[f] == 'first-entry' and info[f + 1] then first = info[f + 1][1] end
    end
  end
  answer[#answer + 1] = {added, length, first, redis.call('XRANGE', key, '(' .. ARGV[i + 1], '+', 'COUNT', ARGV[2])}
end
return answer
`)
