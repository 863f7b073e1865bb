import type { KnownTones } from '#lib/config-review/logo-contrast.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

/** A reseller's pictures: all that there are, and the tones of those that were measured. */
export interface KnownPictures {
  readonly ids: ReadonlySet<string>
  readonly tones: KnownTones
}

export async function knownPictures(
  { resellerId }: Site,
  { pictures }: Pick<Storefront, 'pictures'>,
): Promise<KnownPictures> {
  const { items } = await pictures.list(resellerId)
  return {
    ids: new Set(items.map(({ id }) => id)),
    tones: new Map(items.flatMap(({ id, tones }) => (tones ? [[id, tones] as const] : []))),
  }
}
