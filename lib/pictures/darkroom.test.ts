import { expect, it } from 'vitest'
import { openDarkroom } from './darkroom.ts'

it('has four waiting, and sends the fifth away', async () => {
  const darkroom = openDarkroom()
  const nothing = new Uint8Array()
  const uploads = Array.from({ length: 6 }, () => darkroom.develop(nothing))
  const refused = 'not-a-picture'
  expect(await Promise.all(uploads)).toEqual([refused, refused, refused, refused, refused, 'busy'])
  expect(await darkroom.develop(nothing)).toBe(refused)
})
