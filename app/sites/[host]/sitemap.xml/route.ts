import { handle } from '#lib/http/handle.ts'
import { xmlResponse } from '#lib/http/xml-response.ts'
import { publicOrigin } from '#lib/reseller/public-origin.ts'
import { readShowIndex } from '#lib/seo/show-index.ts'
import { sitemapText } from '#lib/seo/sitemap.ts'

export const GET = handle({ customer: 'anyone' }, async ({ site, storefront }) =>
  xmlResponse(sitemapText(site, publicOrigin(site, storefront), await readShowIndex(site, storefront))),
)
