import { expect, it } from 'vitest'
import { american } from './american.ts'
import { enUs } from './en-us.ts'

it.each([
  ['What the colours mean', 'What the colors mean'],
  ['Use {colour}: “{token}” to {colour}.', 'Use {colour}: “{token}” to {colour}.'],
  ['Cancelled: {title}', 'Canceled: {title}'],
  ['in somebody’s basket', 'in somebody’s cart'],
  ['E-mail address, an e-mail', 'Email address, an email'],
  ['Theatre programmes', 'Theater programs'],
  ['Price category, any category', 'Price level, any category'],
])('“%s” is “%s”', (british, said) => {
  expect(american(british)).toBe(said)
})

it('no text of the American shops is spelled in the British way', () => {
  const british =
    /(?<!\{)\b(?:programme|colour|cancelled|theatre|basket|e-mail|favour|centre|grey|organis|recognis|catalogue)/i
  const texts = Object.values(enUs).flatMap((part) => Object.values(part))
  expect(texts.length).toBeGreaterThan(500)
  expect(texts.filter((text) => british.test(text))).toEqual([])
})
