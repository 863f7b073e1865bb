import { expect, it } from 'vitest'
import { digest } from './source-hash.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const original = digest([
  ['app/page.tsx', bytes('a')],
  ['lib/show.ts', bytes('b')],
])

it('is the same for the same files in any order', () => {
  const shuffled = digest([
    ['lib/show.ts', bytes('b')],
    ['app/page.tsx', bytes('a')],
  ])
  expect(shuffled).toBe(original)
})

it.each([
  ['a content changes', 'app/page.tsx', 'z', 'lib/show.ts', 'b'],
  ['a name changes', 'app/other.tsx', 'a', 'lib/show.ts', 'b'],
  ['a letter moves from name to content', 'app/page.ts', 'xa', 'lib/show.ts', 'b'],
])('differs when %s', (_case, name, content, other, otherContent) => {
  const changed = digest([
    [name, bytes(content)],
    [other, bytes(otherContent)],
  ])
  expect(changed).not.toBe(original)
})
