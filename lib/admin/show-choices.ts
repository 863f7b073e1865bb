import { orNull } from '#lib/core/or-null.ts'
import { listShows } from '#lib/core/shows.ts'
import type { Site } from '#lib/reseller/site.ts'

/** Pages of the programme that an editor may choose from: some hundred shows, the next ones first. */
const PAGES = 5

/** A show to put forward, as an editor chooses it. */
export interface ShowChoice {
  readonly id: string
  readonly title: string
}

/** Shows to put forward; null when core cannot be asked. */
export const showChoices = (site: Site): Promise<ShowChoice[] | null> => orNull(readChoices(site))

async function readChoices(site: Site): Promise<ShowChoice[]> {
  const choices: ShowChoice[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const { items, nextCursor } = await listShows(site, cursor === undefined ? {} : { cursor })
    choices.push(...items.map(({ id, title }) => ({ id, title })))
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return choices
}
