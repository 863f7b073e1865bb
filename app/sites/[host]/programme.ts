import type { ShowQuery, ShowSummary } from '#contracts/show.ts'
import { orNull } from '#lib/core/or-null.ts'
import { findShow, listShows } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'

type Programme = Awaited<ReturnType<typeof listShows>>

/** A page of shows; null when core cannot be reached and nothing is remembered. A page then shows all else it knows. */
export function readProgramme(site: Site, query: Partial<ShowQuery>): Promise<Programme | null> {
  return orNull(listShows(site, query))
}

/** The shows that the home page puts forward, by section in its order; what is not sold any more is left out. */
export async function readFeatured(site: Site): Promise<ShowSummary[][]> {
  const sections = site.config.home.map((section) => (section.type === 'featured' ? section.showIds : []))
  return Promise.all(sections.map((ids) => findAll(site, ids)))
}

async function findAll(site: Site, ids: readonly string[]): Promise<ShowSummary[]> {
  const found = await Promise.all(ids.map((id) => orNull(findShow(site, id))))
  return found.filter((show) => show !== null)
}
