import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshRedisClient } from '#dev/test/redis-client.ts'
import { refillSession, sessionStorage } from './session-storage.ts'

let redis: Awaited<ReturnType<typeof freshRedisClient>>
beforeAll(async () => {
  redis = await freshRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

const token = (letter: string) => letter.repeat(32)

describe('the storage of sessions', () => {
  it('keeps out a session that was ended, when somebody who had read it before puts it back', async () => {
    const storage = sessionStorage(redis, 'aurora')
    await storage.set(token('a'), 'session', 600)
    await storage.delete(token('a'))
    // After a miss, read from PostgreSQL just before the end.
    await refillSession(redis, 'aurora', { token: token('a'), value: 'session', lifeS: 600 })
    await storage.set(token('a'), 'session', 600) // extended by a request that began before the end
    expect(await storage.get(token('a'))).toBeNull()
  })

  it('keeps a copy for a minute at most, and what is no session as long as it is told', async () => {
    const storage = sessionStorage(redis, 'aurora')
    await storage.set(token('b'), 'session', 86_400)
    await storage.set('verification:reset', 'value', 3_600)
    expect(await redis.ttl(`accounts:aurora:${token('b')}`)).toBeLessThanOrEqual(60)
    expect(await redis.ttl('accounts:aurora:verification:reset')).toBeGreaterThan(3_500)
  })

  it('is one reseller’s', async () => {
    const [aurora, luna] = [sessionStorage(redis, 'aurora'), sessionStorage(redis, 'luna')]
    await aurora.set(token('c'), 'session', 60)
    expect(await luna.get(token('c'))).toBeNull()
    await luna.delete(token('c'))
    expect(await aurora.get(token('c'))).toBe('session')
    expect(await aurora.increment('attempts', 60)).toBe(1)
    expect(await luna.increment('attempts', 60)).toBe(1)
  })

  it('gives a value that counts once to one of many who ask for it', async () => {
    const storage = sessionStorage(redis, 'aurora')
    await storage.set('once', 'value', 60)
    const got = await Promise.all(Array.from({ length: 20 }, () => storage.getAndDelete('once')))
    expect(got.filter((value) => value !== null)).toEqual(['value'])
  })
})
