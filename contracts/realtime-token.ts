import { z } from 'zod'
import { CustomerRef, ResellerId } from './ids.ts'
import { Host } from './reseller-config.ts'

/**
 * The cookie that carries identity to the realtime tier: HttpOnly, host-only. Never in a URL. Over TLS its name has the prefix
 * with which browsers refuse one that a neighbouring host tries to plant.
 */
export const realtimeCookieName = (secure: boolean): string => (secure ? '__Host-rt' : 'rt')
export const REALTIME_AUDIENCE = 'realtime'

/** Ten minutes at most: rights end soon even if nobody says so; the browser renews at half of it. */
export const REALTIME_TOKEN_MAX_AGE_S = 600

/** Claims of the EdDSA token; `exp` and `iat` in seconds as JWTs have them. */
export const RealtimeClaims = z.object({
  aud: z.literal(REALTIME_AUDIENCE),
  reseller: ResellerId,
  /** Where it was given out, and the only host where it counts; absent from older storefronts. */
  host: Host.optional(),
  sub: CustomerRef,
  sid: z.string().min(1).max(128),
  roles: z.array(z.string().max(40)).max(10),
  iat: z.int(),
  exp: z.int(),
})

export type RealtimeClaims = z.infer<typeof RealtimeClaims>
