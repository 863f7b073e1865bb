import { describe, expect, it } from 'vitest'
import { previewHeader, previewKey, previewPath, readPreviewHeader } from './preview-path.ts'
import { mintPreviewToken, readPreviewToken } from './preview-token.ts'

const secret = 'a secret of at least thirty-two characters'
const claim = { linkId: 'abcdefghijklmnop', version: 7, expiresAtMs: 1_800_000_000_000 }
const before = claim.expiresAtMs - 1
const token = mintPreviewToken(secret, 'aurora', claim)
const [linkId, version, expiry, seal] = token.split('.')

describe('a preview token', () => {
  it('says what it was made for, at its own reseller', () => {
    expect(readPreviewToken(secret, 'aurora', token, before)).toEqual(claim)
  })

  it.each<[string, string, string, string, number]>([
    ['another reseller’s', secret, 'luna', token, before],
    ['one under another secret', `${secret}!`, 'aurora', token, before],
    ['one that is over', secret, 'aurora', token, claim.expiresAtMs],
    ['another version under the same seal', secret, 'aurora', `${linkId}.8.${expiry}.${seal}`, before],
    ['a later end under the same seal', secret, 'aurora', `${linkId}.${version}.1900000000000.${seal}`, before],
    ['another link under the same seal', secret, 'aurora', `bbcdefghijklmnop.${version}.${expiry}.${seal}`, before],
    ['one with a flipped seal', secret, 'aurora', `${token.slice(0, -4)}AAAA`, before],
    ['one without a seal', secret, 'aurora', `${linkId}.${version}.${expiry}.`, before],
    ['one with more behind it', secret, 'aurora', `${token}.x`, before],
    ['an unsealed one', secret, 'aurora', `${linkId}.${version}.${expiry}`, before],
    ['numbers in another spelling', secret, 'aurora', `${linkId}.07.${expiry}.${seal}`, before],
    ['nothing', secret, 'aurora', '', before],
    ['garbage', secret, 'aurora', '💥.1.2.3', before],
  ])('is worth nothing as %s', (_, withSecret, resellerId, given, nowMs) => {
    expect(readPreviewToken(withSecret, resellerId, given, nowMs)).toBeNull()
  })

  it('stands in an address as it is', () => {
    expect(previewPath(`/preview/${token}/shows/42`)).toEqual({ key: token, prefix: '', path: '/shows/42' })
  })
})

describe('a preview’s address', () => {
  it.each([
    ['/preview/v12', { key: 'v12', prefix: '', path: '/' }],
    ['/preview/v12/', { key: 'v12', prefix: '', path: '/' }],
    ['/preview/v12/shows', { key: 'v12', prefix: '', path: '/shows' }],
    ['/preview/v12/de', { key: 'v12', prefix: '/de', path: '/' }],
    ['/preview/v12/de/shows/42', { key: 'v12', prefix: '/de', path: '/shows/42' }],
    ['/preview/v12/en-us/shows', { key: 'v12', prefix: '/en-us', path: '/shows' }],
    ['/preview/v12/de/es/shows', { key: 'v12', prefix: '/de', path: '/es/shows' }],
    ['/preview/v12/fr/shows', { key: 'v12', prefix: '', path: '/fr/shows' }],
    ['/preview/v12/DE/shows', { key: 'v12', prefix: '', path: '/DE/shows' }],
    ['/preview/v12/design', { key: 'v12', prefix: '', path: '/design' }],
    ['/preview/v12//de', { key: 'v12', prefix: '', path: '//de' }],
    ['/preview', null],
    ['/preview/', null],
    ['/previews/v12', null],
    ['/shows/preview/v12', null],
    [`/preview/${'x'.repeat(201)}`, null],
    ['/preview/%76%31', null],
  ])('%s is %j', (path, expected) => {
    expect(previewPath(path)).toEqual(expected)
  })

  it.each([
    ['v12', { key: 'v12', prefix: '' }],
    ['v12/en-us', { key: 'v12', prefix: '/en-us' }],
    [`${token}/de`, { key: token, prefix: '/de' }],
  ])('is handed on as %s', (header, asked) => {
    expect(previewHeader(asked)).toBe(header)
    expect(readPreviewHeader(header)).toEqual(asked)
  })

  it.each([
    ['v12', { by: 'version', version: 12 }],
    ['v2147483648', null],
    ['v0', { by: 'token', token: 'v0' }],
    ['v1e3', { by: 'token', token: 'v1e3' }],
  ])('%s asks for %j', (key, expected) => {
    expect(previewKey(key)).toEqual(expected)
  })
})
