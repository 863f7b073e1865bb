import { randomBytes } from 'node:crypto'
import { EPOCH_TIME_DIGITS } from './cursor.ts'

/**
 * Lua: `now()` and `current_epoch(candidate)`, for scripts that stamp or read positions.
 *
 * The epoch names one unbroken life of the Redis data. It is minted when there is none (Redis was emptied) and when
 * `master_replid` changed (a restart or a failover may have lost the newest writes). It begins with the time it was
 * minted, in base 36, so that epochs have an order. Returns the epoch and when it was minted (ms).
 */
export const EPOCH_LUA = `
local function now()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end
local DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
local function base36(n)
  local text = ''
  for _ = 1, ${EPOCH_TIME_DIGITS} do
    local digit = n % 36
    text = string.sub(DIGITS, digit + 1, digit + 1) .. text
    n = (n - digit) / 36
  end
  return text
end
local function current_epoch(candidate)
  local replid = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
  local known = redis.call('HMGET', 'rt:epoch', 'value', 'replid', 'minted')
  if known[1] and known[2] == replid then return known[1], tonumber(known[3]) end
  local minted = now()
  local value = base36(minted) .. candidate
  redis.call('HSET', 'rt:epoch', 'value', value, 'replid', replid, 'minted', minted)
  return value, minted
end
`

/** The random part of an epoch, should one have to be minted. Redis's own `math.random` is the same in every script. */
export const epochCandidate = (): string => randomBytes(4).toString('hex')
