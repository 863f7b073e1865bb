import { PRINT_FILE } from '#contracts/picture-files.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

/** A site's uploaded logo as PNG, for what is not a page; null where it has none, or it was removed meanwhile. */
export async function logoOf(
  { resellerId, config }: Pick<Site, 'resellerId' | 'config'>,
  { pictures }: Pick<Storefront, 'pictures'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { picture } = config.logo
  return picture ? ((await pictures.file(resellerId, picture.id, PRINT_FILE))?.content ?? null) : null
}
