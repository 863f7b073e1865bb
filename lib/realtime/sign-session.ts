import { createHash } from 'node:crypto'
import { type CryptoKey, importJWK, SignJWT } from 'jose'
import { REALTIME_AUDIENCE, REALTIME_TOKEN_MAX_AGE_S } from '#contracts/realtime-token.ts'
import type { Account } from '#lib/accounts/account.ts'
import type { SigningKey } from '#lib/environment.ts'
import type { Site } from '#lib/reseller/site.ts'

/** Signs what a buyer may hear in the realtime tier: their own private streams, at one host of one reseller, for ten minutes. */
export interface SessionSigner {
  /**
   * @param nowMs our clock; the token's rights end `REALTIME_TOKEN_MAX_AGE_S` after it
   * @param account whose session it is, and whether they are staff; null for a guest
   */
  sign(
    site: Pick<Site, 'resellerId' | 'host'>,
    customerRef: string,
    nowMs: number,
    account?: Pick<Account, 'sessionId' | 'staff'> | null,
  ): Promise<{ token: string; expiresAtMs: number }>
}

export function createSessionSigner(jwk: SigningKey): SessionSigner {
  const key = importJWK(jwk, 'EdDSA') as Promise<CryptoKey>
  key.catch(() => {}) // whoever signs is told
  return {
    async sign({ resellerId, host }, customerRef, nowMs, account = null) {
      const sid = account?.sessionId ?? guestSession(resellerId, customerRef)
      const issuedAt = Math.floor(nowMs / 1000)
      const expiresAt = issuedAt + REALTIME_TOKEN_MAX_AGE_S
      const token = await new SignJWT({ reseller: resellerId, host, sid, roles: rolesOf(account?.staff ?? null) })
        .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid })
        .setAudience(REALTIME_AUDIENCE)
        .setSubject(customerRef)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(await key)
      return { token, expiresAtMs: expiresAt * 1000 }
    },
  }
}

/** The tier only asks for `staff`; which of them it is, is for whoever decides more. */
const rolesOf = (staff: Account['staff']): string[] => (staff === null ? [] : ['staff', staff])

/** A guest has no session to sign out of: one name for all of a browser's tabs, which tells nothing about the guest. */
export function guestSession(resellerId: string, customerRef: string): string {
  return `guest-${createHash('sha256').update(`${resellerId}:${customerRef}`).digest('base64url').slice(0, 22)}`
}
