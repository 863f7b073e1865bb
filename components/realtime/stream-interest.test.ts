import { expect, test } from 'vitest'
import { MAX_STREAMS_PER_CONNECTION, PRIVATE_NAMES, resolveStream, STAFF_NAMES } from '#contracts/stream.ts'
import {
  blamed,
  chooseStreams,
  isStreamName,
  MAX_STREAMS,
  needsIdentity,
  planStreams,
  visibleOf,
} from './stream-interest.ts'

test('the bound is the contract’s', () => {
  expect(MAX_STREAMS).toBe(MAX_STREAMS_PER_CONNECTION)
})

const someone = { resellerId: 'luna', customerRef: 'c'.repeat(20), sid: 's', roles: ['staff'], expiresAtMs: 1e15 }
const good = [
  'public.show.sh_1',
  'public.promotional.luna',
  ...PRIVATE_NAMES.map((name) => `private.${name}`),
  ...STAFF_NAMES.map((name) => `staff.${name}`),
]
const bad = [
  '',
  'public.show',
  'public.show.a.b',
  'public.show.a,b',
  'private.luna.someone.order',
  'other.x',
  'public.show.é',
]

test.each(good)('%s may be asked for, as the contract says', (name) => {
  expect(isStreamName(name)).toBe(true)
  expect(resolveStream(name, someone)).toHaveProperty('stream')
  const anonymous = resolveStream(name, null)
  expect('refused' in anonymous && anonymous.refused === 'needs-identity').toBe(needsIdentity(name))
})

test.each(bad)('%j may not', (name) => {
  expect(isStreamName(name)).toBe(false)
  expect(resolveStream(name, someone)).toHaveProperty('refused')
})

test('follows what any tab wants, once', () => {
  expect(chooseStreams([['public.show.a', 'public.show.a'], ['public.show.b', 'public.show.a'], []]).sort()).toEqual([
    'public.show.a',
    'public.show.b',
  ])
})

test('beyond the bound, persons come first and then what most tabs want', () => {
  const many = Array.from({ length: 40 }, (_, n) => `public.show.${n}`)
  const chosen = chooseStreams([many, ['public.show.39'], ['private.order']])
  expect(chosen).toHaveLength(32)
  expect(chosen.slice(0, 2)).toEqual(['private.order', 'public.show.39'])
})

test('plans only what differs', () => {
  expect(planStreams(['a', 'b'], ['b', 'c'])).toEqual({ subscribe: ['c'], unsubscribe: ['a'] })
  expect(planStreams(['a'], ['a'])).toEqual({ subscribe: [], unsubscribe: [] })
})

test.each([
  ['the private one', ['private.inbox', 'public.show.x'], [], ['private.inbox']],
  ['the one to be left, for which rights are gone', ['public.show.x'], ['staff.config'], ['staff.config']],
  [
    'all, when anybody might follow them',
    ['public.show.x', 'public.show.y'],
    ['public.show.z'],
    ['public.show.x', 'public.show.y'],
  ],
  ['nothing, when nothing was asked for', [], ['public.show.z'], []],
])('of a refused change, blames %s', (_what, subscribe, unsubscribe, expected) => {
  expect(blamed({ subscribe, unsubscribe })).toEqual(expected)
})

test('what any tab’s user sees is visible, once', () => {
  expect(visibleOf([{ visible: ['b', 'a'] }, { visible: ['a'] }, {}, { visible: [] }])).toEqual(['a', 'b'])
})
