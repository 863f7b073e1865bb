import type { ShowQuery, ShowSummary } from '#contracts/show.ts'
import { orNull } from '#lib/core/or-null.ts'
import { several } from '#lib/core/several.ts'
import { findShow, listShows } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'

type Deps = Pick<Storefront, 'core' | 'recentAnswers'>
type Programme = Awaited<ReturnType<typeof listShows>>

/** A page of shows; null when core cannot be reached and nothing is remembered. A page then shows all else it knows. */
export function readProgramme(site: Site, query: Partial<ShowQuery>, deps: Deps): Promise<Programme | null> {
  return orNull(listShows(site, query, deps))
}

/** The shows that the home page puts forward, by section in its order; what is not sold any more is left out. */
export async function readFeatured(site: Site, deps: Deps): Promise<ShowSummary[][]> {
  const sections = site.config.home.map((section) => (section.type === 'featured' ? section.showIds : []))
  const ids = [...new Set(sections.flat())]
  const found = await several(ids, (id) => orNull(findShow(site, id, deps)))
  const shows = new Map(ids.map((id, at) => [id, found[at] ?? null]))
  return sections.map((own) => own.flatMap((id) => shows.get(id) ?? []))
}
