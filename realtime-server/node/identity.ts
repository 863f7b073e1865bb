import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose'
import {
  REALTIME_AUDIENCE,
  REALTIME_TOKEN_MAX_AGE_S,
  RealtimeClaims,
  realtimeCookieName,
} from '#contracts/realtime-token.ts'
import type { Identity } from '#contracts/stream.ts'
import { hostnameOfHost } from '../transports/host.ts'
import { BelievedTokens } from './believed-tokens.ts'

/** What a request says of who is asking, and where. */
export interface Asking {
  readonly cookie?: string | undefined
  readonly host?: string | undefined
}

/** Reads who is asking from a request's headers. Null: nobody says, or what is said cannot be believed here. */
export type ReadIdentity = (headers: Asking) => Promise<Identity | null>

/** Clocks of our own machines may differ by this much. */
const CLOCK_TOLERANCE_S = 5

/**
 * Verifies the `rt` cookie with the public keys given. Only EdDSA is accepted, whatever the token's head says, and only
 * tokens that live ten minutes at most, and only at the host that gave them out: at another reseller's they are nobody's.
 * A cookie that fails is the same as none: public streams stay open to everyone.
 */
export function createIdentityReader(keys: JSONWebKeySet): ReadIdentity {
  const keySet = createLocalJWKSet(keys)
  const believed = new BelievedTokens()
  async function read(token: string): Promise<Identity | null> {
    const known = believed.find(token, Date.now())
    if (known !== null) return known
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: ['EdDSA'],
        audience: REALTIME_AUDIENCE,
        clockTolerance: CLOCK_TOLERANCE_S,
        maxTokenAge: REALTIME_TOKEN_MAX_AGE_S,
      })
      const identity = identityOf(payload)
      if (identity !== null) believed.remember(token, identity, Date.now())
      return identity
    } catch (error) {
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }

  return async ({ cookie, host }) => {
    // Whoever has both came over TLS, and the other one may have been planted.
    const token = cookieValue(cookie, realtimeCookieName(true)) ?? cookieValue(cookie, realtimeCookieName(false))
    if (token === null) return null
    const identity = await read(token)
    return holdsAt(identity, host) ? identity : null
  }
}

/** Whether rights count where they are used. Nobody's are the same everywhere. @param host a Host header */
export const holdsAt = (identity: Identity | null, host: string | undefined): boolean =>
  identity?.host === undefined || identity.host === hostnameOfHost(host)

function identityOf(payload: unknown): Identity | null {
  const claims = RealtimeClaims.safeParse(payload)
  if (!claims.success) return null
  const { reseller, sub, host, sid, roles, iat, exp } = claims.data
  if (exp - iat > REALTIME_TOKEN_MAX_AGE_S) return null
  return { resellerId: reseller, customerRef: sub, ...(host && { host }), sid, roles, expiresAtMs: exp * 1000 }
}

/** The value of one cookie. Named twice, it is ambiguous and counts as absent. */
function cookieValue(header: string | undefined, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  return values.length === 1 ? (values[0] ?? null) : null
}
