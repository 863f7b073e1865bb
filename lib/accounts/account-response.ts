import { z } from 'zod'
import { CustomerRef } from '#contracts/ids.ts'
import { realtimeCookieName } from '#contracts/realtime-token.ts'
import { customerCookieName } from '#lib/customer/customer-cookie.ts'
import { guestRef } from '#lib/customer/guest-ref.ts'
import { noContent } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { hostOnlyCookie } from '#lib/http/set-cookie.ts'
import type { Asker, AuthAnswer } from './ask-auth.ts'
import { briefCookieName, sessionCookieName } from './session-cookie.ts'

/**
 * Tells the page, which cannot read the session's cookie, that asking who is signed in is worth a request. No right
 * depends on it.
 */
const HINT_COOKIE = 'signed-in'

/** What became of it, as a response with the library's cookies. */
export function accountResponse(answer: AuthAnswer): Response {
  return answer.ok ? withCookies(noContent(), answer.cookies) : problemResponse(answer.problem, {}, answer.retryAfterS)
}

export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

/** Whoever the streams were for, the browser is another now: the next one asks for rights anew. */
export const withoutStreams = (secure: boolean): string =>
  hostOnlyCookie(realtimeCookieName(secure), '', { maxAgeS: 0, secure })

/**
 * A guest who became this account is the account now. One who is somebody else's keeps its cookie beside the session, so
 * that a checkout which began before signing in can be finished (decision 0071).
 */
export function signedIn({ site, secure, headers, storefront }: Asker, body: unknown): string[] {
  const { user } = SignedIn.parse(body)
  const isSame = guestRef(headers, site, storefront.environment.secret) === user.customerRef
  return [...(isSame ? [withoutGuest(secure)] : []), withoutStreams(secure), hint(true, secure)]
}

/** As much of the library's answer as matters here. */
const SignedIn = z.object({ user: z.object({ customerRef: CustomerRef }) })

const withoutGuest = (secure: boolean): string => hostOnlyCookie(customerCookieName(secure), '', { maxAgeS: 0, secure })

/** Nobody is signed in with this browser any more, and it is no guest either. */
export const signedOut = (secure: boolean): string[] => [
  ...[sessionCookieName(secure), briefCookieName(secure), customerCookieName(secure)].map((name) =>
    hostOnlyCookie(name, '', { maxAgeS: 0, secure }),
  ),
  withoutStreams(secure),
  hint(false, secure),
]

/** As long as the longest session, or gone. */
export function hint(signedIn: boolean, secure: boolean): string {
  const maxAgeS = signedIn ? 30 * 24 * 60 * 60 : 0
  return `${HINT_COOKIE}=${signedIn ? '1' : ''}; Path=/; Max-Age=${maxAgeS}; SameSite=Lax${secure ? '; Secure' : ''}`
}
