import type { ResellerConfig } from '#contracts/reseller-config.ts'

/** A reseller's live brand, as mails wear it. */
export interface Brand {
  readonly resellerId: string
  readonly config: ResellerConfig
  /** Its uploaded logo as PNG, where somebody has read it: only mails carry it. */
  readonly logo?: Uint8Array | null
  /** Of its primary host, without a slash at the end: `https://tickets.example`. */
  readonly origin: string
}

/**
 * A link on the reseller's own primary host: path, query and fragment of `link`, whatever host it named. Better one that
 * leads nowhere than one that leads to somebody else.
 */
export function ownLink({ origin }: Pick<Brand, 'origin'>, link: string): string {
  const { pathname, search, hash } = new URL(link, origin)
  return `${origin}${pathname}${search}${hash}`
}
