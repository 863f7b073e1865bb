import { expect, it } from 'vitest'
import { problemWords } from './problem-words.ts'
import { saidOfError } from './said-of-error.ts'

const words = problemWords('en-GB')

it.each([
  ['storefront/core-unavailable', words.coreDown],
  ['1234567890', words.failed],
  [undefined, words.broken],
])('of %s', (digest, said) => {
  expect(saidOfError(digest, words)).toEqual(said)
})

it('nobody is told of what fails in a browser, and no page says so', () => {
  expect(saidOfError(undefined, words).text).not.toContain('have been told')
})

it('does not promise tickets whose time runs out', () => {
  expect(words.coreDown.text).toContain('runs on')
})
