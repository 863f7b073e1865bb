import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { UnavailablePage } from '#components/problem/unavailable-page.tsx'
import { ShowPage } from '#components/show/show-page.tsx'
import { TicketsSkeleton } from '#components/show/tickets-skeleton.tsx'
import { FormattersAhead } from '#components/text/formatters-ahead.tsx'
import { Texts } from '#components/text/texts.tsx'
import { findShow } from '#lib/core/shows.ts'
import { missingPart } from '#lib/http/missing-part.ts'
import { storefront } from '#lib/storefront.ts'
import { pageMetadata } from '../../../../page-metadata.ts'
import { siteOf } from '../../../../site-of.ts'
import { ShowStructure } from './show-structure.tsx'
import { pathOf, summaryOf } from './show-summary.ts'
import { Tickets } from './tickets.tsx'

interface Props {
  readonly params: Promise<{ host: string; showId: string }>
}

/** The head is made of the same answer as the page; whether there is a show is decided there. */
async function showOf(params: Props['params']) {
  const site = await siteOf(params)
  const showId = decodeURIComponent((await params).showId)
  if ((await missingPart()) === 'core') return { site, showId, show: 'unavailable' as const }
  return { site, showId, show: await findShow(site, showId, storefront()) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, show } = await showOf(params)
  if (!show || show === 'unavailable') return {}
  return pageMetadata(site, {
    path: pathOf(show),
    title: show.title,
    description: summaryOf(site, show),
    image: `${pathOf(show)}/card.png`,
    imageAlt: show.artwork.alt || show.title,
  })
}

export default async function Page({ params }: Props) {
  const { site, showId, show } = await showOf(params)
  if (!show) notFound()
  if (show === 'unavailable')
    return <UnavailablePage site={site} missing="core" path={`/shows/${encodeURIComponent(showId)}`} />
  return (
    <Texts locale={site.config.locale} of={['show']}>
      <FormattersAhead />
      <ShowStructure site={site} show={show} />
      <ShowPage
        site={site}
        show={show}
        staleSince={show.staleSince}
        tickets={
          <Suspense fallback={<TicketsSkeleton site={site} seated={show.seating === 'seated'} />}>
            <Tickets site={site} show={show} />
          </Suspense>
        }
      />
    </Texts>
  )
}
