import { describe, expect, test } from 'vitest'
import { clientStreamName, type Identity, interestOf, parseStream, resolveStream, streamName } from './stream.ts'

const REF = 'customer-0000001'
const OTHER = 'customer-0000002'
const buyer: Identity = { resellerId: 'aurora', customerRef: REF, sid: 's', roles: [], expiresAtMs: 0 }
const staff: Identity = { ...buyer, roles: ['staff'] }

describe('the full name of a stream', () => {
  test.each([
    ['public.show.42', 'public.show.42', 'public.show.42'],
    ['public.promotional.aurora', 'public.promotional.aurora', 'public.promotional.aurora'],
    [`private.aurora.${REF}.order`, `private.aurora.${REF}`, 'private.order'],
    [`private.aurora.${REF}.inbox`, `private.aurora.${REF}`, 'private.inbox'],
    [`private.aurora.${REF}.session`, `private.aurora.${REF}`, 'private.session'],
    ['staff.aurora.config', 'staff.aurora', 'staff.config'],
    ['staff.aurora.sales', 'staff.aurora', 'staff.sales'],
  ])('%s is registered as %s and known to its client as %s', (name, interest, client) => {
    const stream = parseStream(name) ?? expect.unreachable()
    expect(streamName(stream)).toBe(name)
    expect(interestOf(stream)).toBe(interest)
    expect(clientStreamName(stream)).toBe(client)
  })

  test.each([
    '',
    '.',
    'public',
    'public.show',
    'public.show.',
    'public.show.4.2',
    'public.show.*',
    'public.show.a b',
    'public.show.a\n',
    'public.show.%34%32',
    `public.show.${'a'.repeat(65)}`,
    'public.tickets.42',
    'public.promotional.Aurora',
    'public.promotional.-aurora',
    'Public.show.42',
    ' public.show.42',
    'private.order',
    'private.aurora.order',
    'private.aurora.short.order',
    `private.aurora.${REF}`,
    `private.aurora.${REF}.everything`,
    `private.aurora.${REF}.__proto__`,
    `private.aurora.${REF}.order.more`,
    `private..${REF}.order`,
    'staff.aurora',
    'staff.aurora.config.more',
    'staff.aurora.secrets',
  ])('%j is none', (name) => {
    expect(parseStream(name)).toBeNull()
  })
})

describe('a name as a client writes it', () => {
  test('is public for everybody', () => {
    for (const caller of [null, buyer, staff]) {
      expect(resolveStream('public.show.42', caller)).toEqual({
        stream: { kind: 'show', showId: '42' },
        private: false,
      })
      expect(resolveStream('public.promotional.luna', caller)).toMatchObject({ private: false })
    }
  })

  test('is the caller’s own when it is private', () => {
    expect(resolveStream('private.order', buyer)).toEqual({
      stream: { kind: 'private', resellerId: 'aurora', customerRef: REF, name: 'order' },
      private: true,
    })
    expect(resolveStream('private.order', null)).toEqual({ refused: 'needs-identity' })
  })

  test('is the caller’s own reseller’s when it is for staff', () => {
    expect(resolveStream('staff.config', staff)).toEqual({
      stream: { kind: 'staff', resellerId: 'aurora', name: 'config' },
      private: true,
    })
    for (const name of ['staff.config', 'staff.sales']) {
      expect(resolveStream(name, buyer)).toEqual({ refused: 'forbidden' })
      expect(resolveStream(name, null)).toEqual({ refused: 'needs-identity' })
    }
  })

  test.each([
    `private.aurora.${REF}.order`,
    `private.aurora.${OTHER}.order`,
    `private.luna.${REF}.order`,
    'staff.aurora.config',
    'staff.luna.config',
    'staff.luna.sales',
    'private.*',
    'private.order.*',
    'private',
    'staff',
    'private.',
    'private.toString',
    'staff.constructor',
    'ready',
    '*',
  ])('never names a person or a reseller, nor anything unknown: %s', (name) => {
    for (const caller of [null, buyer, staff]) expect(resolveStream(name, caller)).toEqual({ refused: 'unknown' })
  })
})
