import { showLines } from '#components/programme/programme.tsx'
import type { ShowSummary } from '#contracts/show.ts'
import { langOfWords } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { EditorialHero } from './editorial-hero.tsx'
import type { HeroProps } from './hero-props.ts'
import { MinimalHero } from './minimal-hero.tsx'
import { PlayfulHero } from './playful-hero.tsx'
import { PosterHero } from './poster-hero.tsx'

const HEROES = { poster: PosterHero, editorial: EditorialHero, minimal: MinimalHero, playful: PlayfulHero } as const

export function Hero({
  site,
  section,
  lead,
}: {
  readonly site: Site
  readonly section: HeroProps['section']
  readonly lead: ShowSummary | null
}) {
  const Look = HEROES[site.config.theme.style]
  const line = lead ? (showLines(site, [lead])[0] ?? null) : null
  return (
    <Look
      section={section}
      lead={line}
      tagline={site.config.texts.tagline}
      t={translator(site.config.locale, 'home')}
      langOf={(words) => langOfWords(site, words)}
    />
  )
}
