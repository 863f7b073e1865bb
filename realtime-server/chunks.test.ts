import { expect, test } from 'vitest'
import { chunks } from './chunks.ts'

test.each([
  [[], 2, []],
  [[1], 2, [[1]]],
  [[1, 2], 2, [[1, 2]]],
  [[1, 2, 3], 2, [[1, 2], [3]]],
])('%j in parts of %d is %j', (items, size, parts) => {
  expect([...chunks(items, size)]).toEqual(parts)
})
