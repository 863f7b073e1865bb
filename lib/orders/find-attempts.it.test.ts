import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshRedisClient } from '#dev/test/redis-client.ts'
import { countFinding } from './find-attempts.ts'

let redis: Awaited<ReturnType<typeof freshRedisClient>>
beforeAll(async () => {
  redis = await freshRedisClient()
})
afterAll(() => redis[Symbol.asyncDispose]())

let asked = 0
/** About an address that nobody asked about before. */
const ask = (client: string | null) => {
  asked += 1
  return countFinding(
    redis,
    'aurora',
    `ada-${asked}@example.com`,
    client,
    'a secret for links of at least 32 characters',
  )
}

it('questions are counted for a household’s addresses as one, and for nobody else’s', async () => {
  const verdicts = []
  for (let n = 1; n <= 21; n += 1) verdicts.push(await ask(`2001:db8:1:2::${n}`))
  expect(verdicts.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'go'))
  expect(verdicts.at(-1)).toEqual({ tooManyForS: expect.any(Number) })
  expect(await ask('2001:db8:1:3::1')).toBe('go')
  expect(await ask(null)).toBe('go')
})
