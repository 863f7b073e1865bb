import { publicOrigin } from '#lib/reseller/public-origin.ts'
import { handle } from '#lib/route/handle.ts'
import { robotsText } from '#lib/seo/robots.ts'

export const GET = handle(
  { customer: 'anyone' },
  ({ site, storefront }) =>
    new Response(robotsText(site, publicOrigin(site, storefront)), {
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' },
    }),
)
