import { createHmac } from 'node:crypto'
import { resellerSecret } from './reseller-secret.ts'
import { isSameSeal } from './same-seal.ts'

/*
 * Links that open one order without signing in (decision 0081). The key in a link says until when, and is sealed over the
 * order and its buyer with a key of the reseller's own: it opens nothing else, nowhere else, and makes nobody its buyer.
 *   /orders/<orderId>?key=<seconds since 1970 in base 36>.<256 bits>
 */

/** What a link is for. */
export interface LinkedOrder {
  readonly resellerId: string
  readonly orderId: string
  readonly customerRef: string
}

const DAY_MS = 24 * 60 * 60_000
/** After the show people still look for what they paid and for whom to ask; a mail found years later opens nothing. */
const DAYS_PAST_THE_SHOW = 30
/** A link asked for after all that is there to be used now. */
const DAYS_AT_LEAST = 7

const KEY = /^([0-9a-z]{6,8})\.([\w-]{43})$/

/** Until when a link to an order for a show works; in milliseconds since 1970. @param startsAt of the show, ISO 8601 */
export function linkExpiryMs(startsAt: string, nowMs: number): number {
  return Math.max(Date.parse(startsAt) + DAYS_PAST_THE_SHOW * DAY_MS, nowMs + DAYS_AT_LEAST * DAY_MS)
}

/** The path of an order with its key, on the reseller's own host. */
export function orderLink(secret: string, order: LinkedOrder, expiresAtMs: number): string {
  return `/orders/${encodeURIComponent(order.orderId)}?key=${orderLinkKey(secret, order, expiresAtMs)}`
}

export function orderLinkKey(secret: string, order: LinkedOrder, expiresAtMs: number): string {
  const until = Math.floor(expiresAtMs / 1000).toString(36)
  return `${until}.${seal(secret, order, until)}`
}

/** Whether a key could be one of ours and has not expired: worth asking core whose order it is. */
export function isLiveKey(key: string | undefined, nowMs: number): key is string {
  const until = KEY.exec(key ?? '')?.[1]
  return until !== undefined && Number.parseInt(until, 36) * 1000 > nowMs
}

/** Whether a key opens this order, now. */
export function opensOrder(secret: string, order: LinkedOrder, key: string | undefined, nowMs: number): boolean {
  if (!isLiveKey(key, nowMs)) return false
  const [, until = '', given = ''] = KEY.exec(key) ?? []
  return isSameSeal(given, seal(secret, order, until))
}

/** An address as we remember it for those who lost their order: good for finding it again, and for nothing else. */
export function addressDigest(secret: string, resellerId: string, email: string): string {
  return createHmac('sha256', resellerSecret(secret, 'order-address', resellerId))
    .update(email.trim().toLowerCase())
    .digest('base64url')
}

function seal(secret: string, { resellerId, orderId, customerRef }: LinkedOrder, until: string): string {
  return createHmac('sha256', resellerSecret(secret, 'order-link', resellerId))
    .update(`${orderId}\n${customerRef}\n${until}`)
    .digest('base64url')
}
