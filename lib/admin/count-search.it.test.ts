import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshRedisClient } from '#dev/test/redis-client.ts'
import { countSearch } from './count-search.ts'

let redis: Awaited<ReturnType<typeof freshRedisClient>>
beforeAll(async () => {
  redis = await freshRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

it('counts so many questions of one account, and no more', async () => {
  const verdicts = []
  for (let n = 1; n <= 61; n += 1) verdicts.push(await countSearch(redis, 'aurora', 'ada'))
  expect(verdicts.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 'go'))
  expect(verdicts.at(-1)).toEqual({ tooManyForS: expect.any(Number) })
  expect(await countSearch(redis, 'aurora', 'grace')).toBe('go')
  expect(await countSearch(redis, 'luna', 'ada')).toBe('go')
})
