import type { z } from 'zod'
import type { StaffRole } from '#lib/accounts/account.ts'
import type { BodyLimit, FileKind } from '#lib/http/read-body.ts'

/**
 * Who may call: `anyone` (nobody's identity is looked at), `maybe` (it is looked at, and there may be none), `known` (a
 * browser that has a customer; for all others what they ask for does not exist), or `minted` (a browser without one
 * becomes a new guest; the same one again where it repeats a random idempotency key, decision 0098).
 */
export type CustomerNeed = 'anyone' | 'maybe' | 'known' | 'minted'

/**
 * `optional`: whoever it is, signed in or not. `needed`: whoever is signed in. A role: staff of this reseller who may do
 * at least that. Routes for customers read who is signed in without saying so.
 */
export type AccountNeed = 'optional' | 'needed' | StaffRole

/** What a route takes, and from whom. */
export interface RouteSpec<Params, Query, Body, Need extends CustomerNeed, Who extends AccountNeed | undefined> {
  readonly customer: Need
  /** Others get 401 when they are not signed in, and 404 (no staff) or 403 (a lesser role) when they are. */
  readonly account?: Who
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** Instead of JSON the body is a form's fields, as browsers and mail providers send them. */
  readonly form?: true
  /** How long the body may be; see `lib/http/read-body.ts`. */
  readonly bodyLimit?: BodyLimit
  /** Instead of JSON the body is a file of this kind. */
  readonly file?: FileKind
  /** Requires an Idempotency-Key header. */
  readonly idempotent?: boolean
  /** Changes nothing that counts, so a page of a preview may do it too. */
  readonly inPreview?: boolean
  /**
   * May be sent from anywhere: by mail providers, whose own pages are where they are (decision 0090). Only where nobody's
   * cookies are looked at, so that a strange page has nothing to abuse but what it was given: see `sending-page.ts`.
   */
  readonly anyOrigin?: true
}
