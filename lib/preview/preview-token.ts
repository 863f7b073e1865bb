import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { resellerSecret } from '#platform/reseller-secret.ts'
import { isSameSeal } from '#platform/same-seal.ts'

/** What a share link is good for. */
export interface PreviewClaim {
  readonly linkId: string
  readonly version: number
  /** Milliseconds since 1970; the token is worth nothing from then on. */
  readonly expiresAtMs: number
}

const Parts = z.tuple([
  z.string().regex(/^[A-Za-z0-9_-]{16,32}$/),
  z.string().regex(/^[1-9]\d{0,9}$/),
  z.string().regex(/^[1-9]\d{0,14}$/),
  z.string().regex(/^[A-Za-z0-9_-]{43}$/),
])

/**
 * The token of a share link: `<link>.<version>.<expiry>.<seal>`. The seal is made with a key of this one reseller and
 * names the reseller as well, so at another one the token is noise. It carries no secret but the seal, and is looked
 * up in the list of links besides, so that it can be revoked.
 */
export function mintPreviewToken(secret: string, resellerId: string, claim: PreviewClaim): string {
  const body = `${claim.linkId}.${claim.version}.${claim.expiresAtMs}`
  return `${body}.${seal(secret, resellerId, body)}`
}

/** The claim of a token that is this reseller's and not over; null for everything else. */
export function readPreviewToken(
  secret: string,
  resellerId: string,
  token: string,
  nowMs: number,
): PreviewClaim | null {
  const parts = Parts.safeParse(token.split('.'))
  if (!parts.success) return null
  const [linkId, version, expiresAt, given] = parts.data
  if (!isSameSeal(given, seal(secret, resellerId, `${linkId}.${version}.${expiresAt}`))) return null
  const claim = { linkId, version: Number(version), expiresAtMs: Number(expiresAt) }
  return claim.expiresAtMs > nowMs ? claim : null
}

function seal(secret: string, resellerId: string, body: string): string {
  return createHmac('sha256', resellerSecret(secret, 'preview', resellerId))
    .update(`${resellerId}\n${body}`)
    .digest('base64url')
}
