import { afterEach, expect, it, vi } from 'vitest'
import type { Availability } from '#contracts/availability.ts'
import { RecentAvailability } from './recent-availability.ts'

afterEach(() => void vi.useRealTimers())

it('is half a second old at most, whoever sets the machine’s clock back meanwhile', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-01T10:00:00.000Z'), toFake: ['Date', 'performance'] })
  const recent = new RecentAvailability()
  const stock: Availability = { showId: 'show', version: 1, serverNow: '', tiers: [] }
  await recent.load('aurora show', async () => stock)
  expect(recent.recall('aurora show', 0)).toBe(stock)
  vi.advanceTimersByTime(500)
  vi.setSystemTime('2026-11-01T09:00:00.000Z')
  expect(recent.recall('aurora show', 0)).toBeNull()
})

it('knows so many shows, and forgets the one it heard of longest ago', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const recent = new RecentAvailability()
  const hear = (show: number) =>
    recent.load(`aurora ${show}`, async () => ({ showId: `${show}`, version: 1, serverNow: '', tiers: [] }))
  for (let show = 1; show <= 500; show += 1) await hear(show)
  expect(recent.recall('aurora 1', 0)?.showId).toBe('1')
  await hear(501)
  expect([1, 2, 501].map((show) => recent.recall(`aurora ${show}`, 0)?.showId)).toEqual([undefined, '2', '501'])
})
