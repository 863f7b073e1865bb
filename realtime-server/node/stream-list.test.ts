import { describe, expect, test } from 'vitest'
import type { Identity } from '#contracts/stream.ts'
import { resolveStreams } from './stream-list.ts'

const buyer: Identity = {
  resellerId: 'aurora',
  customerRef: 'customer-0000001',
  sid: 's',
  roles: [],
  expiresAtMs: 0,
}
const shows = (count: number) => Array.from({ length: count }, (_, i) => `public.show.${i}`)

describe('a list of streams', () => {
  test('is resolved as a whole', () => {
    expect(resolveStreams(['public.show.42', 'private.order'], buyer)).toEqual({
      streams: [
        { kind: 'show', showId: '42' },
        { kind: 'private', resellerId: 'aurora', customerRef: 'customer-0000001', name: 'order' },
      ],
    })
  })

  test('may be empty: streams can be added later', () => {
    expect(resolveStreams([], null)).toEqual({ streams: [] })
  })

  test('counts a name given twice once', () => {
    expect(resolveStreams([...shows(20), ...shows(32)], null)).toMatchObject({ streams: { length: 32 } })
  })

  test.each([
    ['33 streams', shows(33), null, 'realtime/too-many-streams'],
    ['a thousand streams', shows(1_000), null, 'realtime/too-many-streams'],
    ['an unknown name among good ones', ['public.show.42', 'public.everything'], buyer, 'realtime/invalid-request'],
    ['somebody’s full private name', ['private.aurora.customer-0000001.order'], buyer, 'realtime/invalid-request'],
    ['a private stream without a cookie', ['public.show.42', 'private.order'], null, 'realtime/unauthorized'],
    ['a staff stream without a cookie', ['staff.config'], null, 'realtime/unauthorized'],
    ['a staff stream for a buyer', ['staff.config'], buyer, 'realtime/forbidden'],
  ])('is refused for %s', (_what, names, identity, problem) => {
    expect(resolveStreams(names, identity)).toEqual({ problem, detail: expect.stringMatching(/\w/) })
  })
})
