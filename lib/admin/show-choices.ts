import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { ShowSummary } from '#contracts/show.ts'
import type { ShowNames } from '#lib/config-review/section-changes.ts'
import { orNull } from '#lib/core/or-null.ts'
import { several } from '#lib/core/several.ts'
import { findShow, listShows } from '#lib/core/shows.ts'
import { formatMoment } from '#lib/format/date.ts'
import { langOfShow } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { listed } from '#lib/text/isolated.ts'

type Deps = Pick<Storefront, 'core' | 'recentAnswers'>

/** Five hundred shows, the next ones first: a year of a large house, in as many questions as a page may take. */
const PAGES = 5
const PAGE_SIZE = 100

/** A show to put forward, as an editor chooses it: twenty nights of one title are told apart by when and where. */
export interface ShowChoice {
  readonly id: string
  readonly title: string
  /** The language of the title, where it is not the page's. */
  readonly lang?: string | undefined
  /** By the clocks of its venue, in the page's language. */
  readonly when: string
  readonly venue: string
}

/** Null when core cannot be asked. */
export type ShowChoices = {
  /** To choose from, the next ones first. */
  readonly next: readonly ShowChoice[]
  /** Those of the configuration that are not among them: past ones, and ones far off. One that core does not know is missing. */
  readonly featured: readonly ShowChoice[]
} | null

/** Shows to put forward, and what those are that `config` puts forward already. */
export function showChoices(site: Site, config: ResellerConfig, deps: Deps): Promise<ShowChoices> {
  const choices = async () => {
    const next = await readNext(site, deps)
    const known = new Set(next.map(({ id }) => id))
    const others = featuredIn(config).filter((id) => !known.has(id))
    return { next, featured: [...(await readShows(site, others, deps)).values()] }
  }
  return orNull(choices())
}

/** What the shows are called that configurations put forward, in words that tell one night from another; none while core is away. */
export async function showNames(site: Site, configs: readonly ResellerConfig[], deps: Deps): Promise<ShowNames> {
  const ids = [...new Set(configs.flatMap(featuredIn))]
  const shows = (await orNull(readShows(site, ids, deps))) ?? new Map<string, ShowChoice>()
  return new Map([...shows].map(([id, { title, when }]) => [id, listed([title, when])]))
}

const featuredIn = ({ home }: ResellerConfig): string[] => [
  ...new Set(home.flatMap((section) => (section.type === 'featured' ? section.showIds : []))),
]

async function readNext(site: Site, deps: Deps): Promise<ShowChoice[]> {
  const choices: ShowChoice[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const query = { limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) }
    const { items, nextCursor } = await listShows(site, query, deps)
    choices.push(...items.map((show) => choiceOf(site, show)))
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return choices
}

/** @throws CoreUnavailable */
async function readShows(site: Site, ids: readonly string[], deps: Deps): Promise<Map<string, ShowChoice>> {
  const shows = await several(ids, (id) => findShow(site, id, deps))
  return new Map(shows.flatMap((show) => (show ? [[show.id, choiceOf(site, show)] as const] : [])))
}

function choiceOf(site: Site, show: ShowSummary): ShowChoice {
  const { id, title, startsAt, venue } = show
  const when = formatMoment(startsAt, { locale: site.config.locale, timeZone: venue.timeZone })
  return { id, title, lang: langOfShow(site, show), when, venue: listed([venue.name, venue.city]) }
}
