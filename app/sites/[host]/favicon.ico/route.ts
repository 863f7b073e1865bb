import { brandIcon } from '#components/site/brand-icon.ts'
import { handle } from '#lib/route/handle.ts'

/** Browsers ask for it by habit where no page has told them of another: when an answer was a file, or came in pieces. */
export const GET = handle({ customer: 'anyone' }, ({ site }) => {
  const icon = brandIcon(site.config.logo, site.config.theme)
  const headers = new Headers({ 'cache-control': 'public, max-age=300' })
  if ('picture' in icon) {
    headers.set('location', icon.picture)
    return new Response(null, { status: 307, headers })
  }
  headers.set('content-type', 'image/svg+xml')
  return new Response(icon.svg, { headers })
})
