import { expect, test } from 'vitest'
import { markdownTable } from './markdown-table.ts'

test('rows keep their order, columns are all there are, and numbers can be read', () => {
  const table = { ours: { lost: 0, 'p99 ms': 12.25 }, 'theirs | old': { lost: 12_345, note: 'cut' } }
  expect(markdownTable(table).split('\n')).toEqual([
    '| | lost | p99 ms | note |',
    '|---|---|---|---|',
    '| ours | 0 | 12.25 | |',
    '| theirs \\| old | 12,345 | | cut |',
  ])
})
