import { z } from 'zod'
import { ARTWORK_WIDTHS } from '#contracts/artwork-widths.ts'
import { Artwork } from '#contracts/show.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

export const ArtworkParams = z.object({ key: Artwork.shape.key })
/** Nothing else is asked for, so that one picture has one address and is kept once. */
export const ArtworkQuery = z.strictObject({
  w: z.coerce.number().pipe(z.union(ARTWORK_WIDTHS.map((width) => z.literal(width)))),
})

/** A 1600-pixel WebP of our kind of artwork is some 250 KB; four times that is a photograph at best. */
const LIMIT_BYTES = 1024 * 1024

/**
 * An artwork as WebP in one of the agreed widths; null when core has none under that key. Both parts of the address
 * are checked, so that nothing but core's artworks can be fetched by way of us.
 * @throws CoreUnavailable
 */
export function readArtwork(
  site: Site,
  key: string,
  width: number,
  { core }: Pick<Storefront, 'core'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  return core.picture(site.resellerId, `/v1/artworks/${encodeURIComponent(key)}?width=${width}`, LIMIT_BYTES)
}
