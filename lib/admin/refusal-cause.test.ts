import { expect, it } from 'vitest'
import { readCause } from './refusal-cause.ts'

it('a cause is what was noted', () => {
  expect(readCause({ of: 'hostTaken', host: 'a.example' }, 'version 1: host')).toEqual({
    ...{ of: 'hostTaken', host: 'a.example' },
  })
})

it.each([
  ['of before there were causes', null],
  ['of a newer worker', { of: 'unpaid' }],
])('a note %s is told as it stands', (_, cause) => {
  expect(readCause(cause, 'version 1: is odd')).toEqual({ of: 'other', said: 'version 1: is odd' })
})
