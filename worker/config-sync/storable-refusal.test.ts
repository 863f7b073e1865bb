import { expect, it } from 'vitest'
import { storableCause, storableText } from './storable-refusal.ts'

it.each([
  ['as it is', 'version 1: ü 😀', 'version 1: ü 😀'],
  ['without the first half of a character', 'x\ud83d', 'x\ufffd'],
  ['without the second half of one', "'\ude00'", "'\ufffd'"],
  ['without a NUL', 'a\0b', 'a\ufffdb'],
])('a text is stored %s', (_, text, stored) => {
  expect(storableText(text)).toBe(stored)
})

it('so is every text of a cause', () => {
  const field = (end: string) => ({ path: `a${end}`, fault: { of: 'tooLong', limit: 3 } as const, said: `b${end}` })
  expect(storableCause({ of: 'fields', fields: [field('\ud83d'), field('\0')] })).toEqual({
    ...{ of: 'fields', fields: [field('\ufffd'), field('\ufffd')] },
  })
})
