import { describe, expect, it } from 'vitest'
import { hallOf } from '#components/seat-map/hall.ts'
import { sampleAvailability } from '#components/seat-map/sample-hall.ts'
import type { Seat } from '#contracts/availability.ts'
import { orphanHint } from './orphan-hint.ts'

/**
 * Draws rows: `.` free, `x` sold, `c` chosen, `$` free at another price, a space an aisle's width away. The answer names
 * the seat left alone and what is offered: rows are A, B, …, seats are numbered from 1.
 */
function hinted(...rows: string[]): string | null {
  const drawn = rows.flatMap((row, y) =>
    [...row].map((mark, x) => ({
      mark,
      id: `${'ABC'[y]}${x + 1}`,
      row: 'ABC'[y] ?? '',
      number: `${x + 1}`,
      x: x + 1,
      y: 2 + y,
    })),
  )
  const placed = drawn.filter(({ mark }) => mark !== ' ')
  const seats = placed.map(
    ({ mark, id }): Seat => ({
      ...{ id, label: id, tierId: mark === '$' ? 'dear' : 'fair', status: mark === 'x' ? 'sold' : 'available' },
    }),
  )
  const plan = {
    ...{ width: 20, height: 8, stage: { x: 1, y: 0, width: 6, height: 1, label: '' } },
    sections: [{ id: 's', name: '' }],
    seats: placed.map(({ mark: _, ...seat }) => ({ ...seat, sectionId: 's' })),
  }
  const hint = orphanHint(
    hallOf(seats, plan),
    { ...sampleAvailability(), seats },
    placed.filter(({ mark }) => mark === 'c').map(({ id }) => id),
  )
  return hint && `${hint.alone.label}: ${hint.instead.map(({ label }) => label).join(' ')}`
}

describe('a choice that leaves one seat alone', () => {
  it.each([
    ['between itself and a sold one', ['xx.cc..xx'], 'A3: A3 A4'],
    ['between itself and the end of the row', ['.cc...'], 'A1: A1 A2'],
    ['between two of its own', ['xc.c...x'], 'A3: A2 A3'],
    ['before an aisle', ['...cc.', '......'], 'A6: A3 A4'],
    ['in a row where nothing better is left: the row behind is offered', ['x.ccx', 'x..xx'], 'A2: B2 B3'],
    ['because it is chosen in the middle of three', ['x.c.x', 'x....'], 'A2: A2'],
  ])('%s is offered a better one', (_name, rows, hint) => {
    expect(hinted(...rows)).toBe(hint)
  })
})

describe('no hint is given', () => {
  it.each([
    ['when nothing is chosen', ['x...x']],
    ['when nobody is left alone', ['xcc..x']],
    ['when a whole stretch is taken', ['xccx', '....']],
    ['for a seat that was alone before', ['x.xcc..']],
    ['when every other choice leaves one as well', ['x.cx']],
    ['when only seats at another price would do', ['x.ccx', 'x$$xx']],
    ['when what would do is far away', ['x.ccx            ..']],
  ])('%s', (_name, rows) => {
    expect(hinted(...rows)).toBeNull()
  })
})
