import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'
import { listShows } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'

/** Pages of the programme that an editor may choose from: some hundred shows, the next ones first. */
const PAGES = 5

/** Shows to put forward; null when core cannot be asked. */
export async function showChoices(site: Site): Promise<{ id: string; title: string }[] | null> {
  try {
    const choices: { id: string; title: string }[] = []
    let cursor: string | undefined
    for (let page = 0; page < PAGES; page++) {
      const { items, nextCursor } = await listShows(site, cursor === undefined ? {} : { cursor })
      choices.push(...items.map(({ id, title }) => ({ id, title })))
      if (nextCursor === null) break
      cursor = nextCursor
    }
    return choices
  } catch (error) {
    if (isCoreUnavailable(error)) return null
    throw error
  }
}
