import { expect, it } from 'vitest'
import type { HallSeat } from '#components/seat-map/hall.ts'
import { hallOf } from '#components/seat-map/hall.ts'
import { blocksOf, freeRuns, windows } from './free-runs.ts'

/** The blocks of one row whose seats stand at these places. */
function blocks(...places: number[]): string {
  const plan = {
    ...{ width: 30, height: 5, stage: { x: 1, y: 0, width: 6, height: 1, label: '' } },
    sections: [{ id: 's', name: '' }],
    seats: places.map((x, n) => ({ id: `a${n}`, sectionId: 's', row: 'A', number: `${n}`, x, y: 3 })),
  }
  const seats = plan.seats.map(({ id, number }) => ({ id, label: number, tierId: 't', status: 'available' as const }))
  return blocksOf(hallOf(seats, plan))
    .map((block) => block.map(({ label }) => label).join(''))
    .join(' ')
}

it.each([
  ['stalls without an aisle', [1, 2, 3, 4], '0123'],
  ['stalls with one', [1, 2, 3, 5, 6], '012 34'],
  ['stalls with two', [1, 2, 4, 5, 7, 8], '01 23 45'],
  ['chairs at a table', [1, 2.7, 4.4, 6.1], '0123'],
  ['boxes far from each other', [1, 6, 11], '0 1 2'],
  ['one seat', [1], '0'],
])('%s are cut where they are not beside each other', (_name, places, cut) => {
  expect(blocks(...places)).toBe(cut)
})

it('a free run ends where a seat is taken', () => {
  const seats = ['a', 'b', 'X', 'c', 'X', 'X'].map((id) => ({ id }) as HallSeat)
  expect(freeRuns(seats, ({ id }) => id !== 'X').map((run) => run.map(({ id }) => id).join(''))).toEqual(['ab', 'c'])
})

it('windows are all stretches of one length', () => {
  const seats = ['a', 'b', 'c'].map((id) => ({ id }) as HallSeat)
  expect(windows(seats, 2).map((window) => window.map(({ id }) => id).join(''))).toEqual(['ab', 'bc'])
  expect(windows(seats, 4)).toEqual([])
})
