import { describe, expect, it } from 'vitest'
import { clientAddress, clientScheme, trustedProxies } from './client-address.ts'

describe('the address of a client', () => {
  it.each([
    ['the peer, whatever it claims', '192.0.2.1', '198.51.100.7', false, '192.0.2.1'],
    ['the peer, when it claims nothing', '192.0.2.1', undefined, true, '192.0.2.1'],
    ['what a trusted proxy says', '10.0.0.1', '198.51.100.7', true, '198.51.100.7'],
    ['the entry the proxy added, not the client’s own', '10.0.0.1', '203.0.113.9, 198.51.100.7', true, '198.51.100.7'],
    ['IPv4, however it is dressed', '10.0.0.1', '::ffff:198.51.100.7', true, '198.51.100.7'],
    ['the proxy itself, when it says no address', '10.0.0.1', 'unknown', true, '10.0.0.1'],
    ['the proxy itself, when the last entry is empty', '10.0.0.1', '198.51.100.7,', true, '10.0.0.1'],
  ])('is %s', (_case, peer, forwardedFor, trusted, expected) => {
    expect(clientAddress(peer, forwardedFor, trusted)).toBe(expected)
  })
})

describe('how a client came', () => {
  it.each([
    ['over TLS, as a trusted proxy says', 'https', true, 'https'],
    ['over TLS, in capitals too', 'HTTPS', true, 'https'],
    ['as the proxy says, not the client', 'https, http', true, 'http'],
    ['without, whatever it claims', 'https', false, 'http'],
    ['without, when nobody says', undefined, true, 'http'],
    ['without, when the proxy says something else', 'ftp', true, 'http'],
  ])('is %s', (_case, forwardedProto, trusted, expected) => {
    expect(clientScheme(forwardedProto, trusted)).toBe(expected)
  })
})

describe('trusted proxies', () => {
  const trusted = trustedProxies(['10.0.0.1', '172.16.0.0/12', 'fd00::/8'])
  it.each([
    ['10.0.0.1', true],
    ['10.0.0.2', false],
    ['172.31.255.255', true],
    ['172.32.0.0', false],
    ['fd12::1', true],
    ['2001:db8::1', false],
    ['', false],
  ])('%j: %s', (address, expected) => {
    expect(trusted(address)).toBe(expected)
  })
})
