import { expect, it } from 'vitest'
import { scrollToSee } from './scroll-to-see.ts'

it.each([
  ['what is in sight stays where it is', 100, { from: 150, to: 250 }, 100],
  ['what is below comes up, and no further', 100, { from: 350, to: 450 }, 150],
  ['what is above comes down', 100, { from: 20, to: 120 }, 20],
  ['what does not fit is read from its beginning', 100, { from: 350, to: 900 }, 350],
  ['what fills all of it is seen whole', 0, { from: 0, to: 300 }, 0],
])('%s', (_, from, wanted, to) => {
  expect(scrollToSee({ from, to: from + 300 }, wanted)).toBe(to)
})
