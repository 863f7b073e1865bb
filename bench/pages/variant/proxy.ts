import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '#lib/http/content-security-policy.ts'
import { NONCE_HEADER } from '#lib/http/current-nonce.ts'

/** A nonce for the variant that renders every page. A shell that was made beforehand cannot have one. */
export function proxy(request: NextRequest): NextResponse {
  if (process.env.VARIANT === 'ppr') return NextResponse.next()
  const nonce = randomBytes(16).toString('hex')
  const policy = contentSecurityPolicy({ nonce, realtimeOrigin: null, development: false })
  const headers = new Headers(request.headers)
  headers.set(NONCE_HEADER, nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}
