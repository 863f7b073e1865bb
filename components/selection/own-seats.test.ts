import { describe, expect, it } from 'vitest'
import type { HoldView } from '#contracts/storefront.ts'
import { lostToOthers, ownSeats } from './own-seats.ts'
import type { Loss } from './selection-state.ts'

const hold = (status: HoldView['status'], ...seatIds: string[]) => ({
  status,
  items: [{ tierId: 'fair', quantity: seatIds.length, seatIds }],
})

describe('own seats', () => {
  it('are those of every hold that is kept', () => {
    const general = { ...hold('active'), items: [{ tierId: 'standing', quantity: 2 }] }
    const own = ownSeats([hold('active', 's-B1', 's-B2'), hold('active', 's-C1'), general])
    expect([...own]).toEqual(['s-B1', 's-B2', 's-C1'])
  })

  it.each(['expired', 'released', 'ordered'] as const)('are none of a hold that is %s', (status) => {
    expect(ownSeats([hold(status, 's-B1')]).size).toBe(0)
  })

  it('are not lost to somebody else; all others are', () => {
    const seat = (seatId: string): Loss => ({ kind: 'seat', seatId, label: seatId, reason: 'held', offerId: null })
    const tier: Loss = { kind: 'tier', tierId: 's-B1', name: 'Standing', left: 0 }
    const losses = [seat('s-B1'), seat('s-B2'), tier]
    expect(lostToOthers(losses, new Set(['s-B1']))).toEqual([seat('s-B2'), tier])
  })
})
