import type { Account, StaffRole } from '#lib/accounts/account.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import type { AccountNeed, CustomerNeed } from './route-spec.ts'

/** A request as a route sees it. */
export interface Call<Params, Query, Body, Need extends CustomerNeed, Who extends AccountNeed | undefined = undefined> {
  readonly site: Site
  readonly storefront: Storefront
  /** Whose new things these are: the account's own, or the guest's where nobody is signed in. */
  readonly customerRef: Need extends 'anyone' ? null : Need extends 'maybe' ? string | null : string
  /** Whose things may be seen and changed: besides {@link customerRef} those of the guest that this browser was before. */
  readonly customerRefs: readonly string[]
  /** The guest that this request's key makes of a browser without a cookie; null where it makes none. */
  readonly keyGuest: string | null
  /** Makes the browser another guest than it was, one of the two above, because what it asked for is that one's. */
  readonly goOnAs: (customerRef: string) => void
  /** Null also where nobody's identity is looked at. */
  readonly account: Who extends 'needed' | StaffRole ? Account : Account | null
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Empty unless the route takes a file. */
  readonly file: Uint8Array
  /** Empty unless the route is idempotent. */
  readonly idempotencyKey: string
  readonly secure: boolean
  /** The address of who is asking, for limits; null where no edge says it. */
  readonly client: string | null
  /** As the browser sent them; for what only accounts look at. */
  readonly headers: Headers
}
