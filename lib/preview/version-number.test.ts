import { expect, it } from 'vitest'
import { versionNumber } from './version-number.ts'

it.each<[unknown, number | null]>([
  ['1', 1],
  ['12', 12],
  ['2147483647', 2_147_483_647],
  ['2147483648', null],
  ['9999999999', null],
  ['0', null],
  ['01', null],
  ['1.5', null],
  ['-1', null],
  ['', null],
  ['v1', null],
  [undefined, null],
  [['1', '2'], null],
])('%o is version %o', (text, version) => {
  expect(versionNumber(text)).toBe(version)
})
