import { z } from 'zod'
import { problemResponse } from '#lib/http/problem-response.ts'
import { xmlResponse } from '#lib/http/xml-response.ts'
import { publicOrigin } from '#lib/reseller/public-origin.ts'
import { handle } from '#lib/route/handle.ts'
import { readShowIndex } from '#lib/seo/show-index.ts'
import { sitemapPartText, sitemapText } from '#lib/seo/sitemap.ts'

/** `all.xml`, which people ask for as `/sitemap.xml`, or one of its parts: `1.xml`, `2.xml` … */
const Params = z.object({ part: z.string().regex(/^(?:all|[1-9]\d{0,2})\.xml$/) })

export const GET = handle({ customer: 'anyone', params: Params }, async ({ site, storefront, params }) => {
  const shows = await readShowIndex(site, storefront)
  const origin = publicOrigin(site, storefront)
  const part = Number.parseInt(params.part, 10)
  const text = Number.isNaN(part) ? sitemapText(site, origin, shows) : sitemapPartText(site, origin, shows, part)
  return text === null ? problemResponse('storefront/not-found') : xmlResponse(text)
})
