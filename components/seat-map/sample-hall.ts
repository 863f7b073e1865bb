import type { Availability, SeatStatus } from '#contracts/availability.ts'
import type { SeatPlan } from '#contracts/seat-plan.ts'

/** For tests: rows A–C of six seats in two sections; row A is dear, the others are not. Not used by the program. */
export const samplePlan: SeatPlan = {
  width: 8,
  height: 6,
  stage: { x: 1, y: 0, width: 6, height: 1, label: 'Stage' },
  sections: [
    { id: 'left', name: 'Left' },
    { id: 'right', name: 'Right' },
  ],
  seats: ['A', 'B', 'C'].flatMap((row, y) =>
    [1, 2, 3, 4, 5, 6].map((number) => ({
      id: `s-${row}${number}`,
      sectionId: number <= 3 ? 'left' : 'right',
      row,
      number: String(number),
      x: number,
      y: y + 2,
    })),
  ),
}

export function sampleAvailability(taken: Record<string, SeatStatus> = {}): Availability {
  const tier = (id: string, name: string, amount: number) => ({
    id,
    name,
    price: { amount, currency: 'GBP', fees: 100 },
    available: 10,
    status: 'available' as const,
  })
  return {
    showId: 'show-1',
    version: 1,
    serverNow: '2026-12-01T12:00:00Z',
    tiers: [tier('dear', 'Front', 6000), tier('fair', 'Back', 3000)],
    seats: samplePlan.seats.map(({ id, row, number }) => ({
      id,
      label: `${row}${number}`,
      tierId: row === 'A' ? 'dear' : 'fair',
      status: taken[`${row}${number}`] ?? 'available',
    })),
  }
}
