import { expect, test } from 'vitest'
import { sideBySide } from './pick.ts'

const seats = (...positions: number[]) => positions.map((position) => ({ id: `s${position}`, position }))

test.each([
  ['the first ones when they are neighbours', seats(1, 2, 3), 2, ['s1', 's2']],
  ['the first run that is long enough', seats(1, 3, 4, 7, 8, 9), 3, ['s7', 's8', 's9']],
  ['simply the first when nobody can sit together', seats(1, 3, 5), 2, ['s1', 's3']],
  ['fewer when there are fewer', seats(4), 2, ['s4']],
])('picks %s', (_name, free, quantity, picked) => {
  expect(sideBySide(free, quantity)).toEqual(picked)
})
