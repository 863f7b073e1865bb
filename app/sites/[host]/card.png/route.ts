import { handle } from '#lib/route/handle.ts'
import { cardResponse } from '../../../card-response.ts'

export const GET = handle({ customer: 'anyone' }, ({ site, storefront }) => {
  const { theme, texts, name } = site.config
  const { primary, accent } = theme.colours
  return cardResponse(site, storefront, { title: texts.tagline || name, lines: [name], palette: [primary, accent] })
})
