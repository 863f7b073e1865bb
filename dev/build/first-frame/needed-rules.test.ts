import { expect, it } from 'vitest'
import { NeededRules } from './needed-rules.ts'

const rule = (family: string, range: string) =>
  `@font-face{font-family:'${family}';unicode-range:${range};src:url(/fonts/${family}.woff2) format('woff2')}`
const [latin, kana, names] = [rule('Latin', 'U+20-7E,U+2026'), rule('Kana', 'U+3041-3096'), rule('Names', 'U+9AD9')]
const sheet = [latin, kana, names].join('\n')

it('needs what is on the page when a stylesheet comes', () => {
  const rules = new NeededRules()
  expect(rules.show(['ひらがな'])).toEqual([])
  expect(rules.read(sheet)).toEqual([kana])
})

it('needs what is shown later, each rule once', () => {
  const rules = new NeededRules()
  expect(rules.read(sheet)).toEqual([])
  expect(rules.show(['か', 'き…'])).toEqual([latin, kana])
  expect(rules.show(['くけこ', 'abc'])).toEqual([])
  expect(rules.show(['髙橋'])).toEqual([names])
  expect(rules.show(['髙'])).toEqual([])
})

it('has what was shown for a second family, too, and for characters beyond the first plane', () => {
  const rules = new NeededRules()
  rules.show(['か𠮷'])
  const [other, far] = [rule('Other', 'U+304b'), rule('Far', 'U+20bb0-20bbf')]
  expect(rules.read(sheet)).toEqual([kana])
  expect(rules.read(`${other}\n${far}`)).toEqual([other, far])
})

it('finds no rules in an answer that is none', () => {
  expect(new NeededRules().read('<h1>Not found</h1>')).toEqual([])
})
