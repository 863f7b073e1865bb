import { describe, expect, it } from 'vitest'
import type { HoldView } from '#contracts/storefront.ts'
import { leftMs, phaseOf, received } from './received-hold.ts'

const hold: HoldView = {
  id: 'h1',
  showId: 's1',
  items: [],
  serverNow: '2026-12-01T12:00:00.000Z',
  expiresAt: '2026-12-01T12:10:00.000Z',
  extensionsLeft: 10,
  total: { amount: 1000, currency: 'GBP', fees: 0 },
  status: 'active',
}
const serverNowMs = Date.parse(hold.serverNow)

describe('what is left of a hold', () => {
  it('is told by the server’s clock, however wrong the browser’s is', () => {
    for (const wrongMs of [0, 3_600_000, -3_600_000]) {
      const local = serverNowMs + wrongMs
      expect(leftMs(received(hold, local, local), local)).toBe(600_000)
      expect(leftMs(received(hold, local, local), local + 60_000)).toBe(540_000)
    }
  })
  it('does not count the way of the answer as time to spare', () => {
    const known = received(hold, serverNowMs - 100, serverNowMs + 100)
    expect(leftMs(known, serverNowMs + 100)).toBe(599_900)
  })
  it('is nothing when the time is up, and when the hold is no longer active', () => {
    const known = received(hold, serverNowMs, serverNowMs)
    expect(leftMs(known, serverNowMs + 700_000)).toBe(0)
    expect(leftMs({ ...known, status: 'released' }, serverNowMs)).toBe(0)
  })
})

describe('phaseOf', () => {
  it.each([
    [120_000, 'running'],
    [60_001, 'running'],
    [60_000, 'warning'],
    [1, 'warning'],
    [0, 'over'],
  ] as const)('%i ms is %s', (left, phase) => {
    expect(phaseOf(left)).toBe(phase)
  })
})
