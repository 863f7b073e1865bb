import { Redis } from 'ioredis'
import { EPOCH_TIME_DIGITS } from '../cursor.ts'
import { epochCandidate } from '../epoch.ts'

/**
 * Makes an empty Redis look as if it had been there for an hour: its registry is trusted and its histories reach back.
 * Otherwise every test would run in the first seconds after a loss, when everything goes to everybody.
 */
export async function ageEpoch(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl)
  const [, replid = ''] = /master_replid:(\w+)/.exec(await redis.info('replication')) ?? []
  const minted = Date.now() - 3_600_000
  const value = minted.toString(36).padStart(EPOCH_TIME_DIGITS, '0') + epochCandidate()
  await redis.hset('rt:epoch', { value, replid, minted })
  await redis.quit()
}
