import type { ResellerConfig } from '#contracts/reseller-config.ts'

/** A picture that was removed since: nothing stands in its place. `section` is a title on the home page; null is the logo. */
export interface MissingPicture {
  readonly kind: 'gap'
  readonly what: 'missingPicture'
  readonly section: string | null
}

/** Of pictures that a configuration shows and its reseller has not any more, by id. */
export type GonePictures = ReadonlySet<string>

export function missingPictures(config: ResellerConfig, gone: GonePictures): MissingPicture[] {
  return shownIn(config).flatMap(({ id, section }) =>
    gone.has(id) ? [{ kind: 'gap', what: 'missingPicture', section }] : [],
  )
}

/** @param ids of all pictures that the reseller has */
export const gonePictures = (config: ResellerConfig, ids: ReadonlySet<string>): GonePictures =>
  new Set(shownIn(config).flatMap(({ id }) => (ids.has(id) ? [] : [id])))

function shownIn({ logo, home }: ResellerConfig): { readonly id: string; readonly section: string | null }[] {
  const sections = home.flatMap((section) =>
    'picture' in section && section.picture ? [{ id: section.picture.id, section: section.title }] : [],
  )
  return [...(logo.picture ? [{ id: logo.picture.id, section: null }] : []), ...sections]
}
