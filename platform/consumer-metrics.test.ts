import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { gaugeConsumer } from './consumer-metrics.ts'

const figure = async (registry: Registry, name: string): Promise<number> =>
  Number(new RegExp(`^${name} (.*)$`, 'm').exec(await registry.metrics())?.[1])

test('a consumer tells how long it heard nothing, how long it has been at a batch, and how far it is behind', async () => {
  const registry = new Registry()
  gaugeConsumer(registry, () => ({ idleMs: () => 31_000, busyMs: () => 2_500, lag: () => 7 }))
  expect(await figure(registry, 'marquee_consumer_idle_seconds')).toBe(31)
  expect(await figure(registry, 'marquee_consumer_busy_seconds')).toBe(2.5)
  expect(await figure(registry, 'marquee_consumer_lag_records')).toBe(7)
})

test('one that has not joined its group yet has been idle since the program began', async () => {
  const registry = new Registry()
  gaugeConsumer(registry, () => null)
  const first = await figure(registry, 'marquee_consumer_idle_seconds')
  expect(first).toBeGreaterThan(0)
  expect(await figure(registry, 'marquee_consumer_idle_seconds')).toBeGreaterThan(first)
  expect(await figure(registry, 'marquee_consumer_lag_records')).toBe(0)
})
