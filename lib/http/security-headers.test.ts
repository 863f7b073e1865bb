import { expect, it } from 'vitest'
import { SECURITY_HEADERS } from './security-headers.ts'

it('say what no answer may be taken for, framed by, or tell to others', () => {
  expect(Object.fromEntries(SECURITY_HEADERS.map(({ key, value }) => [key, value]))).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': expect.stringMatching(/^max-age=31536000/),
  })
})
