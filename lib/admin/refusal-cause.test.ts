import { expect, it } from 'vitest'
import { readCause } from './refusal-cause.ts'

const hostTaken = { of: 'hostTaken', host: 'a.example' } as const

it('a cause is what was noted', () => {
  expect(readCause(1, hostTaken, 'version 1: host a.example belongs to another reseller')).toEqual(hostTaken)
})

it('a message that could not be read says why', () => {
  const said = 'has no `type`'
  expect(readCause(0, { of: 'other', said }, said)).toEqual({ of: 'other', said })
})

it.each([
  ['of before there were causes', null],
  ['of a newer worker', { of: 'unpaid' }],
  ['of an older worker over one with a cause', hostTaken],
])('a note %s is told as it stands', (_, cause) => {
  expect(readCause(1, cause, 'version 1: is odd')).toEqual({ of: 'other', said: 'version 1: is odd' })
})
