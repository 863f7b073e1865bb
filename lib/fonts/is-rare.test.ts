import { expect, it } from 'vitest'
import { rareIn } from './is-rare.ts'

const isRare = rareIn(['U+20-7E,U+2026', 'U+3000,U+3042-3044,U+9AD8'])

it.each([
  ['あぃい高', false],
  ['high …', false],
  ['髙', true],
  ['高橋', true],
  ['い𠮷', true],
  ['★', true],
  ['㈱', true],
])('%s: %s', (text, expected) => {
  expect(isRare(text)).toBe(expected)
})

it('looks for no other scripts, and nothing that is not drawn', () => {
  expect(isRare('é Ж Ω 한국 😀 10:00～18:00 ™')).toBe(false)
  expect(isRare('\n\t\u00a0\u3000\u2068あ\u2069\u200b\ufeff\ufe0f\u{e0100}')).toBe(false)
})
