import { z } from 'zod'
import { handle } from '#lib/http/handle.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { xmlResponse } from '#lib/http/xml-response.ts'
import { publicOrigin } from '#lib/reseller/public-origin.ts'
import { readShowIndex } from '#lib/seo/show-index.ts'
import { sitemapPartText } from '#lib/seo/sitemap.ts'

/** `1.xml`, `2.xml` … */
const Params = z.object({
  part: z
    .string()
    .regex(/^[1-9]\d{0,2}\.xml$/)
    .transform((name) => Number.parseInt(name, 10)),
})

export const GET = handle({ customer: 'anyone', params: Params }, async ({ site, storefront, params }) => {
  const shows = await readShowIndex(site, storefront)
  const text = sitemapPartText(site, publicOrigin(site, storefront), shows, params.part)
  return text === null ? problemResponse('storefront/not-found') : xmlResponse(text)
})
