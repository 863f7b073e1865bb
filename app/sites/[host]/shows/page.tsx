import type { Metadata } from 'next'
import { listingQuery } from '#components/programme/listing-query.ts'
import { ShowListing } from '#components/programme/show-listing.tsx'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { pageMetadata } from '../../../page-metadata.ts'
import { siteOf } from '../../../site-of.ts'
import { find } from './find.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params)
  const { locale, name } = site.config
  const t = translator(locale, 'list')
  const description = t('summary', { name })
  return pageMetadata(site, { path: '/shows', title: t('title'), description, image: '/card.png', imageAlt: name })
}

export default async function ShowsPage({ params, searchParams }: Props) {
  const site = await siteOf(params)
  const query = listingQuery(await searchParams)
  return <ShowListing site={site} query={query} found={await find(site, query, storefront())} />
}
