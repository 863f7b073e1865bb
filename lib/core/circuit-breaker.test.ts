import { afterEach, expect, it, vi } from 'vitest'
import { createCircuitBreaker } from './circuit-breaker.ts'

afterEach(() => void vi.useRealTimers())

it('closes again after its moment, whoever sets the machine’s clock back meanwhile', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-01T10:00:00.000Z'), toFake: ['Date', 'performance'] })
  const guarded = createCircuitBreaker()
  const down = () => Promise.reject(new Error('down'))
  for (let n = 0; n < 5; n += 1) await expect(guarded(down)).rejects.toThrow('down')
  await expect(guarded(async () => 'up')).rejects.toThrow('is given a moment')
  vi.advanceTimersByTime(1_000)
  vi.setSystemTime('2026-11-01T09:00:00.000Z')
  expect(await guarded(async () => 'up')).toBe('up')
})
