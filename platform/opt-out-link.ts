import { createHmac } from 'node:crypto'
import { resellerSecret } from './reseller-secret.ts'
import { isSameSeal } from './same-seal.ts'

/*
 * Links that end mails nobody asked for in that moment (decision 0090). The key names what is ended, by a digest of the
 * address or by a place on a waitlist, and until when it works; it is sealed with a key of the reseller's own and of this
 * purpose, so it does nothing else, nowhere else.
 *   /unsubscribe/<what>.<whose>.<seconds since 1970 in base 36>.<256 bits>
 */

/** What a link ends. */
export type Ended =
  | { readonly what: 'reminders'; readonly addressDigest: string }
  /** `token` is the place's own, which opens its page as well. */
  | { readonly what: 'waitlist'; readonly token: string }

/** Laws ask for weeks; people who clear out their mail go back further, and none goes back further than this. */
const LINK_DAYS = 365
const DAY_MS = 24 * 60 * 60_000

const KEY =
  /^(?<said>(?<what>reminders|waitlist)\.(?<whose>[\w-]{32,43})\.(?<until>[0-9a-z]{6,8}))\.(?<seal>[\w-]{43})$/

/** The key of a link that is made now. */
export function optOutKey(secret: string, resellerId: string, ended: Ended, nowMs: number): string {
  const whose = ended.what === 'reminders' ? ended.addressDigest : ended.token
  const until = Math.floor((nowMs + LINK_DAYS * DAY_MS) / 1000).toString(36)
  const said = `${ended.what}.${whose}.${until}`
  return `${said}.${seal(secret, resellerId, said)}`
}

/** What a key ends at this reseller, now; null for one that is not ours, not this reseller's, changed or over. */
export function readOptOutKey(secret: string, resellerId: string, key: string, nowMs: number): Ended | null {
  const { said = '', what, whose = '', until = '', seal: given = '' } = KEY.exec(key)?.groups ?? {}
  if (what === undefined || Number.parseInt(until, 36) * 1000 <= nowMs) return null
  if (!isSameSeal(given, seal(secret, resellerId, said))) return null
  return what === 'reminders' ? { what, addressDigest: whose } : { what: 'waitlist', token: whose }
}

/** An address as opt-outs know it: good for not writing to it, and for nothing else. */
export function optOutDigest(secret: string, resellerId: string, email: string): string {
  return createHmac('sha256', resellerSecret(secret, 'opt-out-address', resellerId))
    .update(email.trim().toLowerCase())
    .digest('base64url')
}

const seal = (secret: string, resellerId: string, said: string): string =>
  createHmac('sha256', resellerSecret(secret, 'opt-out-link', resellerId))
    .update(said)
    .digest('base64url')
