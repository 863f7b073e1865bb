import { cookieValue, ownHostName } from '#lib/http/set-cookie.ts'

/**
 * The cookie that signs a browser in: host-only and HttpOnly. Over TLS its name has the prefix with which browsers refuse
 * one that a neighbouring host tries to plant.
 */
export const sessionCookieName = (secure: boolean): string => ownHostName('session', secure)

/** Marks a session that ends with the browser. */
export const briefCookieName = (secure: boolean): string => ownHostName('session-brief', secure)

/** Whether a request claims to be signed in; whether it is, only the session can tell. */
export function hasSessionCookie(cookieHeader: string | null, secure: boolean): boolean {
  return cookieValue(cookieHeader, sessionCookieName(secure)) !== undefined
}
