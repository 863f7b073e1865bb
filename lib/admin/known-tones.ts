import type { KnownTones } from '#lib/config-review/logo-contrast.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'

/** Of all pictures of a site's reseller that were measured. */
export async function knownTones(
  { resellerId }: Site,
  { pictures }: Pick<Storefront, 'pictures'> = storefront(),
): Promise<KnownTones> {
  const { items } = await pictures.list(resellerId)
  return new Map(items.flatMap(({ id, tones }) => (tones ? [[id, tones] as const] : [])))
}
