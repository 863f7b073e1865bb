import { describe, expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

describe('who is asking', () => {
  it.each([
    ['an edge that overwrites', '203.0.113.7', '203.0.113.7'],
    ['an edge that appends, and a client that made something up', '198.51.100.66, 203.0.113.7', '203.0.113.7'],
    ['no space', 'anything,2001:db8::7', '2001:db8::7'],
    ['spaces around', '  2001:db8::7 ', '2001:db8::7'],
    ['no address', 'somebody', null],
    ['no address after one', '203.0.113.7, unknown', null],
    ['nothing after a comma', '203.0.113.7,', null],
    ['nothing', '', null],
  ])('reads %s', (_what, header, expected) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': header }), 'x-forwarded-for')).toBe(expected)
  })

  it('is the last line’s where the header came twice', () => {
    const headers = new Headers({ 'x-forwarded-for': '198.51.100.66' })
    headers.append('x-forwarded-for', '203.0.113.7')
    expect(clientAddress(headers, 'x-forwarded-for')).toBe('203.0.113.7')
  })

  it('is nobody where no edge says it, whatever the client does', () => {
    const headers = new Headers({ 'x-forwarded-for': '203.0.113.7' })
    expect(clientAddress(headers, null)).toBeNull()
    expect(clientAddress(headers, 'x-client-ip')).toBeNull()
  })
})
