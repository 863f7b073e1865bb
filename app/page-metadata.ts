import type { Metadata } from 'next'
import { publicOrigin } from '#lib/reseller/public-origin.ts'
import type { Site } from '#lib/reseller/site.ts'
import { pageAddresses } from '#lib/seo/page-addresses.ts'
import { storefront } from '#lib/storefront.ts'
import { isolated } from '#lib/text/isolated.ts'

interface Page {
  /** The plain path, without language and query. */
  readonly path: string
  /** Absent on the home page, which has the site's own. */
  readonly title?: string
  readonly description: string
  /** Plain path of the picture for those who share the page, 1200 × 630. */
  readonly image: string
  readonly imageAlt: string
}

/** The head of a page that anybody may find: its one address, the same page in other languages, and how it is shared. */
export function pageMetadata(site: Site, { path, title, description, image, imageAlt }: Page): Metadata {
  const origin = publicOrigin(site, storefront())
  const { own, byLocale, other } = pageAddresses(site, origin, path)
  const { name, locale } = site.config
  const ogLocale = (of: string) => of.replace('-', '_')
  const shared = { title: title ?? name, description }
  return {
    // A window's title has the shop's name beside it; what is shared is read by programs.
    ...(title !== undefined && { title: isolated(title) }),
    description,
    alternates: {
      canonical: own,
      ...(byLocale.length > 1 && { languages: { ...Object.fromEntries(byLocale), 'x-default': other } }),
    },
    openGraph: {
      ...shared,
      type: 'website',
      url: own,
      siteName: name,
      locale: ogLocale(locale),
      alternateLocale: byLocale
        .map(([of]) => of)
        .filter((of) => of !== locale)
        .map(ogLocale),
      images: [{ url: pageAddresses(site, origin, image).own, width: 1200, height: 630, alt: imageAlt }],
    },
    twitter: { card: 'summary_large_image', ...shared },
  }
}
