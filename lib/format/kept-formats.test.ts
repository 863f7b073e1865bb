import { expect, it } from 'vitest'
import { keptFormats } from './kept-formats.ts'

it('keeps so many, and begins anew with one more', () => {
  const made: string[] = []
  const kept = keptFormats<string>()
  const ask = (key: string) =>
    kept(key, () => {
      made.push(key)
      return key
    })
  for (let n = 0; n < 500; n += 1) ask(`${n}`)
  expect([ask('0'), ask('499')]).toEqual(['0', '499'])
  expect(made).toHaveLength(500)

  ask('one more')
  expect([ask('one more'), ask('0')]).toEqual(['one more', '0'])
  expect(made.slice(500)).toEqual(['one more', '0'])
})
