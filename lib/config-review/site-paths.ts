import { LEGAL_PAGES, type LegalPage, type ResellerConfig } from '#contracts/reseller-config.ts'

/** Where a link of a configuration leads. */
export type SitePath = { readonly to: 'away' | 'page' | 'nowhere' } | { readonly to: 'show'; readonly showId: string }

/** Pages that every site has, besides shows and legal texts. A page that is added to `app/` belongs here. */
const PAGES = /^\/(?:shows|inbox|account(?:\/.*)?|orders(?:\/.*)?)?$/
const SHOW = /^\/shows\/(?<showId>[A-Za-z0-9_-]{1,64})$/
const LEGAL = /^\/legal\/(?<page>[a-z]+)$/

/** Follows a link as far as a configuration alone can tell; whether a show exists is core's to say. */
export function sitePathIn({ legal, hosts }: Pick<ResellerConfig, 'legal' | 'hosts'>, href: string): SitePath {
  const path = pathOnSite(hosts, href)
  if (path === null) return { to: 'away' }
  const showId = SHOW.exec(path)?.groups?.showId
  if (showId !== undefined) return { to: 'show', showId }
  const page = LEGAL.exec(path)?.groups?.page as LegalPage | undefined
  if (page !== undefined) return { to: LEGAL_PAGES.includes(page) && legal?.[page] ? 'page' : 'nowhere' }
  return { to: PAGES.test(path) ? 'page' : 'nowhere' }
}

/** Null when it leads to another site, or to a mail program. */
function pathOnSite(hosts: readonly string[], href: string): string | null {
  if (href.startsWith('mailto:')) return null
  const url = URL.parse(href, `https://${hosts[0]}`)
  return url !== null && hosts.includes(url.hostname) ? url.pathname : null
}
