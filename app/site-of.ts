import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { currentAccount } from '#lib/accounts/current-account.ts'
import { PREVIEW_HEADER, readPreviewHeader } from '#lib/preview/preview-path.ts'
import { previewSite } from '#lib/preview/preview-site.ts'
import type { Site } from '#lib/reseller/site.ts'
import { siteAt } from '#lib/reseller/site-address.ts'
import { storefront } from '#lib/storefront.ts'

type Params = Promise<{ readonly host: string }>

/**
 * The site a page is rendered for: the live one, or the version that a preview's address names. `proxy.ts` has checked
 * the host, so a miss is one that has just been taken away, or a preview that is over or not for whoever asks.
 */
export async function siteOf(params: Params): Promise<Site> {
  const site = (await liveSite(params)) ?? notFound()
  return (await seen(site)) ?? notFound()
}

/** For what stands around every page: where the page itself is not there, the live site says so. */
export async function siteAround(params: Params): Promise<Site> {
  const site = (await liveSite(params)) ?? notFound()
  return (await seen(site)) ?? site
}

/**
 * The site at the `[host]` of a route, as `proxy.ts` wrote it, speaking the language that the address names; null when no
 * reseller has it. Answered from memory: no page waits for the database.
 * @throws SitesUnknown when the database could not be read since this process started.
 */
const liveSite = async (params: Params): Promise<Site | null> =>
  siteAt(storefront().sites, decodeURIComponent((await params).host))

/** Asked by a layout, a page and its metadata, a preview is looked up once a request. */
const seen = cache(async (site: Site): Promise<Site | null> => {
  const asked = (await headers()).get(PREVIEW_HEADER)
  return asked === null ? site : previewSite(storefront(), site, readPreviewHeader(asked), isStaff)
})

const isStaff = async (site: Site): Promise<boolean> => (await currentAccount(site))?.staff != null
