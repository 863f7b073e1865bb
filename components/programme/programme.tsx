import { ForeignGlyphs } from '#components/ui/foreign-glyphs.tsx'
import type { ShowSummary } from '#contracts/show.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { EditorialList } from './editorial-list.tsx'
import { MinimalList } from './minimal-list.tsx'
import { PlayfulList } from './playful-list.tsx'
import { PosterList } from './poster-list.tsx'
import { type ShowLine, showLine } from './show-line.ts'

const LISTS = { poster: PosterList, editorial: EditorialList, minimal: MinimalList, playful: PlayfulList } as const

/** Shows in the reseller's look. Four different lists, not one in four colours. */
export function Programme({
  site,
  shows,
  featured = false,
}: {
  readonly site: Site
  readonly shows: readonly ShowSummary[]
  readonly featured?: boolean
}) {
  const List = LISTS[site.config.theme.style]
  return (
    <>
      <List lines={showLines(site, shows)} featured={featured} />
      {site.config.locale !== 'ja-JP' && (
        <ForeignGlyphs texts={shows.flatMap((show) => [show.title, show.subtitle, show.venue.name])} />
      )}
    </>
  )
}

export function showLines({ config }: Site, shows: readonly ShowSummary[]): ShowLine[] {
  const words = { stock: translator(config.locale, 'stock'), price: translator(config.locale, 'price') }
  const nowMs = Date.now()
  return shows.map((show) => showLine(show, config, words, nowMs))
}
