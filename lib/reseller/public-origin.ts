import type { Storefront } from '#lib/storefront.ts'
import type { Site } from './site.ts'

/** The one origin under which a site wants to be known: `https://tickets.example`. */
export function publicOrigin(
  { primaryHost }: Pick<Site, 'primaryHost'>,
  { environment }: Pick<Storefront, 'environment'>,
) {
  return environment.publicOrigin.replace('{host}', primaryHost)
}
