import { expect, test } from 'vitest'
import { partsOf, writeParts } from './page.ts'

const page = [
  '# Title',
  '<!-- results: cuts -->\nold $1\n<!-- end of results -->',
  'By a person.',
  '<!-- results: other -->\nkept\n<!-- end of results -->',
].join('\n')

test('what a person wrote stays, and so does a part without a result', () => {
  const written = writeParts(page, new Map([['cuts', 'new $& text']]))
  expect(written).toBe(page.replace('old $1', () => 'new $& text'))
  expect(writeParts(written, new Map())).toBe(written)
})

test('the parts of a page are known by name', () => {
  expect(partsOf(page)).toEqual(['cuts', 'other'])
})
