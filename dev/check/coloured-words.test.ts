import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkColouredWords, colouredWords } from './coloured-words.ts'

it('finds no words in our stylesheets in a colour that the contrast report takes for a sign', () => {
  expect(checkColouredWords(join(import.meta.dirname, '../..'))).toEqual([])
})

it.each([
  ['.status { color: var(--positive); }', ['.status']],
  ['.a { margin: 0; color: var(--accent) }', ['.a']],
  ['[data-look="poster"] .a:hover { color: var(--primary); }', ['[data-look="poster"] .a:hover']],
  ['@media (width > 1px) { .a,\n.b { color: var(--primary); } }', ['.a', '.b']],
  ['[data-look="minimal"] .a, .b { color: var(--primary); }', ['.b']],
  ['[data-look="minimal"] .a { color: var(--positive); }', ['[data-look="minimal"] .a']],
])('sees %s', (stylesheet, found) => {
  expect(colouredWords(stylesheet)).toEqual(found)
})

it.each([
  '[data-look="editorial"] .a { color: var(--primary); }',
  '.a { background: var(--positive); border-color: var(--primary); accent-color: var(--primary); }',
  '.a { text-decoration-color: var(--primary); color: var(--text); }',
  '/* .a { color: var(--primary); } */',
])('leaves %s alone', (stylesheet) => {
  expect(colouredWords(stylesheet)).toEqual([])
})
