import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshRedisClient } from '#dev/test/redis-client.ts'
import { RedisScript } from './redis-script.ts'

let redis: Awaited<ReturnType<typeof freshRedisClient>>
beforeAll(async () => {
  redis = await freshRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

/** A text that no server has seen. */
const unseen = (text: string) => `-- ${randomUUID()}\n${text}`

describe('a script', () => {
  it('is run by a server that has never seen it, and known to it from then on', async () => {
    const text = unseen(`redis.call('SET', KEYS[1], ARGV[1]) return { redis.call('GET', KEYS[1]), #ARGV }`)
    const script = new RedisScript(text)
    expect(await script.run(redis, ['a'], ['one', 2])).toEqual(['one', 2])
    const digest = createHash('sha1').update(text).digest('hex')
    expect(await redis.script('EXISTS', digest)).toEqual([1])
    expect(await script.run(redis, ['b'], ['three', 4])).toEqual(['three', 2])
  })

  it('is run once when it fails: only a server that does not know it is asked again', async () => {
    const script = new RedisScript(unseen(`redis.call('INCR', KEYS[1]) return redis.call('NONSENSE')`))
    await expect(script.run(redis, ['runs'], [])).rejects.toThrow()
    await expect(script.run(redis, ['runs'], [])).rejects.toThrow()
    expect(await redis.get('runs')).toBe('2')
  })
})
