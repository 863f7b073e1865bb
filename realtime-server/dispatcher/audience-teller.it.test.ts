import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshRedis } from '#dev/test/services.ts'
import { RedisAudience } from '../audience/redis-audience.ts'
import type { Addressed } from '../bus/bus.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import { ageEpoch } from '../test/aged-epoch.ts'
import { tellAudiences } from './audience-teller.ts'

let resources: AsyncDisposableStack
let redis: Redis
beforeEach(async () => {
  resources = new AsyncDisposableStack()
  const fresh = resources.use(await freshRedis())
  redis = resources.adopt(new Redis(fresh.url), (open) => open.quit().then(() => {}))
  await ageEpoch(fresh.url)
})
afterEach(() => resources.disposeAsync())

test('a round goes on behind shows that are only forgotten, more than are taken at once', async () => {
  const [audience, registry] = [new RedisAudience(redis), new RedisRegistry(redis)]
  await registry.enter({ id: 'a', url: 'http://a' }, 4)
  await registry.add('a', ['public.show.42'])
  const deserted = Array.from({ length: 450 }, (_, i) => ({ showId: `s${i}`, count: 0 }))
  await audience.report('a', [...deserted, { showId: '42', count: 3 }])
  // Those that are deserted have waited longest.
  for (const { showId } of deserted) await redis.zincrby('rt:viewers-due', -1_000, showId)
  const sent: Addressed[] = []
  const writer = { send: async (deliveries: readonly Addressed[]) => sent.push(...deliveries) }
  expect(await tellAudiences({ audience, registry, writer })).toEqual({ summed: 1, told: 1 })
  expect(sent.map(({ message }) => message.stream)).toEqual(['public.show.42'])
  expect(await redis.zcard('rt:viewers-due')).toBe(1)
})
