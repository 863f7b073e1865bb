import { expect, it } from 'vitest'
import { memoryOf, textOf } from './search-memory.ts'

it.each(['ada lovelace', 'K7QX-24PD', '山田 太郎', '50% & more #1', ''])(
  '"%s" is found again in the address',
  (text) => {
    expect(memoryOf(text).kept).toBeNull()
    expect(textOf({ hash: memoryOf(text).hash, kept: null })).toBe(text)
  },
)

it.each(['ada@example.com', 'ada@', 'ada＠example.com'])('%s is never in the address', (text) => {
  expect(memoryOf(text)).toEqual({ hash: '', kept: text })
  expect(textOf(memoryOf(text))).toBe(text)
})

it('what the address says counts before what the tab kept', () => {
  expect(textOf({ hash: '#q=ada', kept: 'grace' })).toBe('ada')
})

it('an address that somebody broke is no search', () => {
  expect(textOf({ hash: '#q=%E0%A4%A', kept: null })).toBe('')
  expect(textOf({ hash: '#content', kept: null })).toBe('')
})
