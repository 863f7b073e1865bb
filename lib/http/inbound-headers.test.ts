import { expect, it } from 'vitest'
import { internalHeaders } from './inbound-headers.ts'

it.each([
  'X-Middleware-Subrequest',
  'x-middleware-rewrite',
  'x-middleware-prefetch',
  'x-nextjs-data',
  'next-resume',
  'Next-Action',
  'x-now-route-matches',
  'x-matched-path',
  'x-invoke-path',
  'x-nonce',
  'x-site-path',
  'x-site-missing',
  'x-edge-nonce',
  'x-reseller-id',
  'x-tenant',
  'x-forwarded-host',
  'forwarded',
  'content-security-policy',
])('%s from outside goes no further', (name) => {
  expect(internalHeaders([name])).toEqual([name])
})

it.each([
  'host',
  'cookie',
  'origin',
  'accept',
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'x-forwarded-proto',
  'x-forwarded-for',
  'idempotency-key',
])('%s passes', (name) => {
  expect(internalHeaders([name])).toEqual([])
})
