import { describe, expect, it } from 'vitest'
import { comesFromWhereItMay } from './sending-page.ts'

const own = { host: 'aurora.localhost', origin: 'https://aurora.localhost' }
const strange = { host: 'aurora.localhost', origin: 'https://evil.example' }
const neighbour = { ...own, 'sec-fetch-site': 'same-site' }
const sent = (method: string, headers: Record<string, string>) => ({ method, headers: new Headers(headers) })

describe('a request from', () => {
  it.each([
    ['its own page', sent('POST', own), { customer: 'known' }, true],
    ['a program, which says no page', sent('POST', { host: 'aurora.localhost' }), { customer: 'known' }, true],
    ['a strange page', sent('POST', strange), { customer: 'known' }, false],
    ['a strange page, deleting', sent('DELETE', strange), { customer: 'anyone' }, false],
    ['a neighbouring host', sent('POST', neighbour), { customer: 'known' }, false],
    ['a strange page, only reading', sent('GET', strange), { customer: 'known' }, true],
    ['a strange page, where any may', sent('POST', strange), { customer: 'anyone', anyOrigin: true }, true],
    ['a strange page, for a customer', sent('POST', strange), { customer: 'maybe', anyOrigin: true }, false],
    [
      'a strange page, for staff',
      sent('POST', strange),
      { customer: 'anyone', account: 'owner', anyOrigin: true },
      false,
    ],
  ] as const)('%s: %o %o may be sent: %s', (_who, request, route, expected) => {
    expect(comesFromWhereItMay(request, route)).toBe(expected)
  })
})
