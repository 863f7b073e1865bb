import { MARK_SHAPES } from '#components/site/mark-shapes.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { logoOf } from '#lib/pictures/logo-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { ShareCard } from '#lib/share-card/share-card.ts'
import type { Storefront } from '#lib/storefront.ts'

/** What a card is about; how it looks is the brand's. */
type CardWords = Pick<ShareCard, 'title' | 'lines' | 'palette'>

/** The picture that stands for a page where people share it. The same for everybody, and for an hour. */
export async function cardResponse(site: Site, storefront: Storefront, words: CardWords): Promise<Response> {
  const { theme, logo, locale } = site.config
  const { background, text, mutedText, primary } = theme.colours
  const picture = await logoOf(site, storefront)
  const card = {
    colours: { background, text, mutedText, primary },
    font: theme.fonts.display,
    radius: theme.radius,
    wordmark: logo.wordmark,
    mark: picture || logo.mark === 'none' ? null : MARK_SHAPES[logo.mark],
    logo: (picture && logo.picture) ?? null,
    language: locale,
    ...words,
  }
  const png = await storefront.cardDrawer.draw(site.resellerId, card, picture)
  if (png === null) return problemResponse('storefront/unavailable')
  return new Response(png, { headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' } })
}
