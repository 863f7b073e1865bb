import type { ShowQuery, ShowSummary } from '#contracts/show.ts'
import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'
import { findShow, listShows } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'

type Programme = Awaited<ReturnType<typeof listShows>>

/** A page of shows; null when core cannot be reached and nothing is remembered. A page then shows all else it knows. */
export async function readProgramme(site: Site, query: Partial<ShowQuery>): Promise<Programme | null> {
  try {
    return await listShows(site, query)
  } catch (error) {
    if (isCoreUnavailable(error)) return null
    throw error
  }
}

/** The shows that the home page puts forward, by section in its order; what is not sold any more is left out. */
export async function readFeatured(site: Site): Promise<ShowSummary[][]> {
  const sections = site.config.home.map((section) => (section.type === 'featured' ? section.showIds : []))
  return Promise.all(sections.map((ids) => findAll(site, ids)))
}

async function findAll(site: Site, ids: readonly string[]): Promise<ShowSummary[]> {
  const found = await Promise.all(ids.map((id) => findOrSkip(site, id)))
  return found.filter((show) => show !== null)
}

async function findOrSkip(site: Site, id: string): Promise<ShowSummary | null> {
  try {
    return await findShow(site, id)
  } catch (error) {
    if (isCoreUnavailable(error)) return null
    throw error
  }
}
