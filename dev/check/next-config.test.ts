import { expect, it } from 'vitest'
import { SECURITY_HEADERS } from '#lib/http/security-headers.ts'
import config from '../../next.config.ts'

it('puts the security headers on every path that Next answers, which does not say what it is', async () => {
  const [first] = (await config.headers?.()) ?? []
  expect(first).toEqual({ source: '/:path*', headers: [...SECURITY_HEADERS] })
  expect(config.poweredByHeader).toBe(false)
})

it('changes them nowhere but where our own pages frame a preview', async () => {
  const names = new Set(SECURITY_HEADERS.map(({ key }) => key))
  const [, ...others] = (await config.headers?.()) ?? []
  const changed = others.flatMap(({ source, headers }) =>
    headers.filter(({ key }) => names.has(key)).map(({ key, value }) => [source, key, value]),
  )
  expect(changed).toEqual([['/preview/:path*', 'x-frame-options', 'SAMEORIGIN']])
})
