import type { ShowLine } from '#components/programme/show-line.ts'
import type { HomeSection } from '#contracts/reseller-config.ts'
import type { Translator } from '#lib/text/translator.ts'

/** What every look of the hero is given. */
export interface HeroProps {
  readonly section: Extract<HomeSection, { type: 'hero' }>
  /** The show in the window; null when there is none to show. */
  readonly lead: ShowLine | null
  readonly tagline: string
  readonly t: Translator<'home'>
  /** The `lang` of the reseller's words where it is not the page's. */
  readonly langOf: (words: string) => string | undefined
}
