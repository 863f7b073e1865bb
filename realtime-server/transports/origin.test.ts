import { describe, expect, it } from 'vitest'
import { decideOrigin } from './origin.ts'

const allowed = (origin: string | undefined, host: string | undefined) => decideOrigin(origin, host).allowed

describe('origins', () => {
  it.each([
    ['another port of the same hostname', 'http://aurora.localhost:3000', 'aurora.localhost:4000'],
    ['the same origin', 'https://aurora.example', 'aurora.example'],
    ['HTTPS in front of a plain port', 'https://aurora.example', 'aurora.example:4000'],
    ['another case', 'http://AURORA.localhost:3000', 'aurora.LOCALHOST:4000'],
    ['a trailing dot', 'http://aurora.localhost.:3000', 'aurora.localhost.:4000'],
    ['IPv4', 'http://127.0.0.1:3000', '127.0.0.1:4000'],
    ['IPv6', 'http://[::1]:3000', '[::1]:4000'],
    ['IPv6 written at length', 'http://[::1]:3000', '[0:0:0:0:0:0:0:1]:4000'],
    ['punycode', 'http://xn--mnchen-3ya.example', 'xn--mnchen-3ya.example:4000'],
    ['no origin at all', undefined, 'aurora.localhost:4000'],
  ])('are allowed: %s', (_case, origin, host) => {
    expect(allowed(origin, host)).toBe(true)
  })

  it.each([
    ['null', 'null', 'aurora.localhost:4000'],
    ['nothing', '', 'aurora.localhost:4000'],
    ['another reseller', 'http://luna.localhost:3000', 'aurora.localhost:4000'],
    ['a subdomain', 'http://evil.aurora.localhost', 'aurora.localhost:4000'],
    ['the parent', 'http://localhost:3000', 'aurora.localhost:4000'],
    ['a name that begins alike', 'http://aurora.localhost.evil.example', 'aurora.localhost:4000'],
    ['a name that ends alike', 'http://evilaurora.localhost', 'aurora.localhost:4000'],
    ['a look-alike letter', 'http://\u0430urora.localhost', 'aurora.localhost:4000'],
    ['our name as a user name', 'http://aurora.localhost@evil.example', 'aurora.localhost:4000'],
    ['our name in a path', 'http://evil.example/aurora.localhost', 'aurora.localhost:4000'],
    ['our name after a backslash', 'http://evil.example\\.aurora.localhost', 'aurora.localhost:4000'],
    ['our name in a fragment', 'http://evil.example#aurora.localhost', 'aurora.localhost:4000'],
    ['a path of our own', 'http://aurora.localhost/', 'aurora.localhost:4000'],
    ['another scheme', 'ftp://aurora.localhost', 'aurora.localhost:4000'],
    ['no scheme', 'aurora.localhost', 'aurora.localhost:4000'],
    ['an extension', 'chrome-extension://aurora.localhost', 'aurora.localhost:4000'],
    ['two origins', 'http://aurora.localhost, http://aurora.localhost', 'aurora.localhost:4000'],
    ['a port that is none', 'http://aurora.localhost:99999', 'aurora.localhost:4000'],
    ['localhost for its address', 'http://localhost:3000', '127.0.0.1:4000'],
    ['a request without Host', 'http://aurora.localhost', undefined],
    ['a Host that is none', 'http://aurora.localhost', 'aurora.localhost/x'],
  ])('are refused: %s', (_case, origin, host) => {
    expect(decideOrigin(origin, host)).toEqual({ allowed: false })
  })

  it('are named in the answer, with credentials, and caches are told', () => {
    expect(decideOrigin('http://aurora.localhost:3000', 'aurora.localhost:4000')).toEqual({
      allowed: true,
      headers: {
        'Access-Control-Allow-Origin': 'http://aurora.localhost:3000',
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Expose-Headers': 'Retry-After',
        Vary: 'Origin',
      },
    })
  })
})
