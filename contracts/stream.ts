import type { z } from 'zod'
import { CoreId, CustomerRef, ResellerId } from './ids.ts'

/*
 * Stream names: dot-separated, parts are ids without dots.
 *   public.show.<showId>                           a show's availability, on all sites
 *   public.promotional.<resellerId>                a reseller's announcements
 *   private.<resellerId>.<customerRef>.<name>      one buyer's own: order, inbox, session
 *   staff.<resellerId>.<name>                      a reseller's staff: config, sales
 */

export const PRIVATE_NAMES = ['order', 'inbox', 'session'] as const
export const STAFF_NAMES = ['config', 'sales'] as const

export type PrivateName = (typeof PRIVATE_NAMES)[number]
export type StaffName = (typeof STAFF_NAMES)[number]

/** A stream's name taken apart. */
export type Stream =
  | { kind: 'show'; showId: string }
  | { kind: 'promotional'; resellerId: string }
  | { kind: 'private'; resellerId: string; customerRef: string; name: PrivateName }
  | { kind: 'staff'; resellerId: string; name: StaffName }

/** At most this many streams per connection: a page follows a handful; the bound is the contract's. */
export const MAX_STREAMS_PER_CONNECTION = 32

const is = (schema: z.ZodType, value: string | undefined) => schema.safeParse(value).success
const oneOf = <T extends string>(names: readonly T[], value: string | undefined): value is T =>
  names.some((name) => name === value)

/** Takes a full stream name apart; null when it is not one. */
export function parseStream(text: string): Stream | null {
  const [kind, first, second, third, ...rest] = text.split('.')
  if (rest.length > 0) return null
  if (kind === 'public' && third === undefined && second !== undefined) {
    if (first === 'show' && is(CoreId, second)) return { kind: 'show', showId: second }
    if (first === 'promotional' && is(ResellerId, second)) return { kind: 'promotional', resellerId: second }
    return null
  }
  if (first === undefined || second === undefined || !is(ResellerId, first)) return null
  if (kind === 'private' && is(CustomerRef, second) && oneOf(PRIVATE_NAMES, third))
    return { kind: 'private', resellerId: first, customerRef: second, name: third }
  if (kind === 'staff' && third === undefined && oneOf(STAFF_NAMES, second))
    return { kind: 'staff', resellerId: first, name: second }
  return null
}

/** The full name of a stream. */
export function streamName(stream: Stream): string {
  switch (stream.kind) {
    case 'show':
      return `public.show.${stream.showId}`
    case 'promotional':
      return `public.promotional.${stream.resellerId}`
    case 'private':
      return `private.${stream.resellerId}.${stream.customerRef}.${stream.name}`
    case 'staff':
      return `staff.${stream.resellerId}.${stream.name}`
  }
}

/**
 * The name under which nodes register interest. A person's private streams share one entry, and so do a
 * reseller's staff streams: the registry then grows with people, not with people × names.
 */
export function interestOf(stream: Stream): string {
  switch (stream.kind) {
    case 'private':
      return `private.${stream.resellerId}.${stream.customerRef}`
    case 'staff':
      return `staff.${stream.resellerId}`
    default:
      return streamName(stream)
  }
}

/** Who is asking, as the realtime token says. */
export interface Identity {
  readonly resellerId: string
  readonly customerRef: string
  /** The only host at which these rights hold; absent: at all. */
  readonly host?: string
  readonly sid: string
  readonly roles: readonly string[]
  /** When these rights end, milliseconds since 1970. */
  readonly expiresAtMs: number
}

/** A requested stream is public and open, the caller's own, or refused with the reason. */
export type StreamRequest =
  | { stream: Stream; private: boolean }
  | { refused: 'unknown' | 'needs-identity' | 'forbidden' }

/**
 * Resolves a name as a client writes it. `private.<name>` and `staff.<name>` mean the caller's own;
 * a client never names a person or another reseller, so the full private and staff forms are unknown here.
 */
export function resolveStream(requested: string, identity: Identity | null): StreamRequest {
  const [kind, name, ...rest] = requested.split('.')
  if (kind === 'public') {
    const stream = parseStream(requested)
    return stream ? { stream, private: false } : { refused: 'unknown' }
  }
  if (rest.length > 0) return { refused: 'unknown' }
  if (kind === 'private' && oneOf(PRIVATE_NAMES, name)) {
    if (!identity) return { refused: 'needs-identity' }
    const { resellerId, customerRef } = identity
    return { stream: { kind, resellerId, customerRef, name }, private: true }
  }
  if (kind === 'staff' && oneOf(STAFF_NAMES, name)) {
    if (!identity) return { refused: 'needs-identity' }
    if (!identity.roles.includes('staff')) return { refused: 'forbidden' }
    return { stream: { kind, resellerId: identity.resellerId, name }, private: true }
  }
  return { refused: 'unknown' }
}

/** The name under which a client knows a stream: its own private and staff streams lose the person. */
export function clientStreamName(stream: Stream): string {
  if (stream.kind === 'private' || stream.kind === 'staff') return `${stream.kind}.${stream.name}`
  return streamName(stream)
}
