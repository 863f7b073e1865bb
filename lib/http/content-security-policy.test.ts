import { expect, it } from 'vitest'
import { contentSecurityPolicy, realtimeOrigin } from './content-security-policy.ts'

const policy = (more: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {}) =>
  contentSecurityPolicy({ nonce: 'abc', realtimeOrigin: null, development: false, ...more })

it('lets only scripts with this response’s nonce run', () => {
  expect(policy()).toContain("script-src 'nonce-abc' 'strict-dynamic';")
  expect(policy()).not.toContain('unsafe')
})

it('lets workers come from the page’s own origin only', () => {
  expect(policy()).toContain("worker-src 'self';")
})

it('lets the page reach the realtime tier on another port of its own hostname, and nothing else', () => {
  expect(policy()).toContain("connect-src 'self';")
  const origin = realtimeOrigin('aurora.localhost', 4000, false)
  expect(policy({ realtimeOrigin: origin })).toContain("connect-src 'self' http://aurora.localhost:4000;")
  expect(realtimeOrigin('aurora.example', 4000, true)).toBe('https://aurora.example:4000')
  expect(realtimeOrigin('aurora.example', null, true)).toBeNull()
})
