import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'

test('a cursor comes back as it was written', () => {
  expect(readCursor('shows date', writeCursor('shows date', ['2027-01-01T19:30:00.000Z', 'night-train']))).toEqual([
    '2027-01-01T19:30:00.000Z',
    'night-train',
  ])
})

test.each([
  ['a cursor of another order', writeCursor('shows price', ['100', 'x'])],
  ['garbage', 'garbage'],
  ['JSON of another shape', Buffer.from('{"a":1}').toString('base64url')],
  ['nothing', ''],
])('%s is refused', (_name, text) => {
  expect(readCursor('shows date', text)).toBeNull()
})
