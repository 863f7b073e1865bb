import { Redis, type RedisOptions } from 'ioredis'
import type { Log } from './log.ts'

/**
 * Options of a connection that fails fast instead of hanging: a frozen server would otherwise hold a command for its whole
 * freeze, a dead one for over a minute. Commands while disconnected are refused at once; reconnecting goes on for ever,
 * 50 ms to 1 s apart.
 * @param commandTimeoutMs what a request path can spare; loopback answers in well under a millisecond.
 */
export const failFast = (commandTimeoutMs = 1_000) =>
  ({
    commandTimeout: commandTimeoutMs,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: true,
    keepAlive: 10_000,
    retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
  }) satisfies RedisOptions

/** A Redis connection that fails fast instead of hanging. */
export function createRedis(url: string, log: Log, commandTimeoutMs?: number): Redis {
  const redis = new Redis(url, failFast(commandTimeoutMs))
  redis.on('error', (error) => log.warn({ err: error }, 'redis connection'))
  return redis
}

/** Connects, or says within the connect timeout that it cannot. */
export async function openRedis(url: string, log: Log, commandTimeoutMs?: number): Promise<Redis & AsyncDisposable> {
  const redis = createRedis(url, log, commandTimeoutMs)
  await redis.connect()
  return Object.assign(redis, {
    async [Symbol.asyncDispose]() {
      redis.disconnect()
    },
  })
}
