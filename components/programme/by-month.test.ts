import { expect, it } from 'vitest'
import { byMonth } from './by-month.ts'
import type { ShowLine } from './show-line.ts'

const line = (id: string, month: string) => ({ id, month }) as ShowLine

it('keeps neighbours of one month together and starts anew when the month comes back', () => {
  const chapters = byMonth([line('a', 'May'), line('b', 'May'), line('c', 'June'), line('d', 'May')])
  expect(chapters.map(({ month, part, lines }) => [month, part, lines.map(({ id }) => id)])).toEqual([
    ['May', 0, ['a', 'b']],
    ['June', 1, ['c']],
    ['May', 2, ['d']],
  ])
})

it('has no chapters for no shows', () => {
  expect(byMonth([])).toEqual([])
})
