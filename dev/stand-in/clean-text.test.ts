import { expect, test } from 'vitest'
import { findUncleanText } from './clean-text.ts'

test.each([
  ['ordinary text in any language', { name: 'Ōe 健三郎 🎭', list: ['a', 1, null, true] }, null],
  ['a NUL', { buyer: { name: 'a\0b' } }, 'buyer.name'],
  ['a lone surrogate', { list: ['ok', '\ud800'] }, 'list.1'],
  ['a NUL in a key', { 'a\0b': 1 }, ''],
  ['nothing', undefined, null],
])('%s', (_name, body, path) => {
  expect(findUncleanText(body)).toBe(path)
})

test('a body nested ten thousand deep is walked to its end', () => {
  let body: unknown = '\0'
  for (let depth = 0; depth < 10_000; depth++) body = [body]
  expect(findUncleanText(body)).not.toBeNull()
})
