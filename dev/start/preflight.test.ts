import { expect, it } from 'vitest'
import { checkSpace, NEEDED_BYTES } from './preflight.ts'

it('lets a start begin with just enough disk space', () => {
  expect(() => checkSpace(NEEDED_BYTES, '.data')).not.toThrow()
})

it('stops it with less, and says how much there is and must be', () => {
  expect(() => checkSpace(123_456_789, '.data')).toThrow(
    'only 123 MB of disk space are free for .data, 1000 are needed',
  )
})
