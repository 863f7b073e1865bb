import { expect, test } from 'vitest'
import { resellerOfKey } from './bearer-key.ts'

test.each([
  ['Bearer demo-aurora', 'aurora'],
  ['bearer demo-kite-west', 'kite-west'],
  ['Bearer demo-', null],
  ['Bearer demo-Aurora', null],
  ['Bearer demo-a.b', null],
  ['Bearer aurora', null],
  ['Basic demo-aurora', null],
  [undefined, null],
])('%s belongs to %s', (header, resellerId) => {
  expect(resellerOfKey(header)).toBe(resellerId)
})
