import type { ResellerConfig } from '#contracts/reseller-config.ts'

/** A reseller's site as one request sees it: one live version, under one of its hosts. */
export interface Site {
  readonly resellerId: string
  readonly version: number
  /** The host that was asked: lower case, without port. */
  readonly host: string
  readonly primaryHost: string
  /** As the page speaks: `config.locale` is the page's language, and the reseller's words are in it where it gave them. */
  readonly config: ResellerConfig
  /** The reseller's words that it gave in its first language only, so that a page in another one can mark them. */
  readonly untranslated?: ReadonlySet<string>
  /** Set when this is not the live site but a look at a version; `base` is what its addresses begin with. */
  readonly preview?: { readonly version: number; readonly base: string }
}
