import { JsonLd } from '#components/seo/json-ld.tsx'
import { ARTWORK_WIDTHS } from '#contracts/artwork-widths.ts'
import type { Show } from '#contracts/show.ts'
import { publicOrigin } from '#lib/reseller/public-origin.ts'
import type { Site } from '#lib/reseller/site.ts'
import { jsonLdText } from '#lib/seo/json-ld.ts'
import { pageAddresses } from '#lib/seo/page-addresses.ts'
import { breadcrumbData, showData } from '#lib/seo/structured-data.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { pathOf } from './show-summary.ts'

/** The show, and the way to it, as search engines read them. */
export function ShowStructure({ site, show }: { readonly site: Site; readonly show: Show }) {
  const origin = publicOrigin(site, storefront())
  const addressOf = (path: string) => pageAddresses(site, origin, path).own
  const [home, list, url] = [addressOf('/'), addressOf('/shows'), addressOf(pathOf(show))]
  const pictures = [show.artwork, ...(show.images ?? [])].map(
    ({ key }) => `${origin}/media/artworks/${key}?w=${ARTWORK_WIDTHS.at(-1)}`,
  )
  const images = [...pictures, addressOf(`${pathOf(show)}/card.png`)]
  const steps = [
    { name: site.config.name, url: home },
    { name: translator(site.config.locale, 'list')('title'), url: list },
    { name: show.title, url },
  ]
  return (
    <>
      <JsonLd text={jsonLdText(showData({ site, show, url, home, images, nowMs: Date.now() }))} />
      <JsonLd text={jsonLdText(breadcrumbData(steps))} />
    </>
  )
}
