import { type HomeSection, LEGAL_PAGES, type LegalPage, type ResellerConfig } from '#contracts/reseller-config.ts'
import { type FaintLogo, faintLogo, type KnownTones } from './logo-contrast.ts'
import { type GonePictures, type MissingPicture, missingPictures } from './missing-pictures.ts'
import { sitePathIn } from './site-paths.ts'
import { type Untranslated, untranslated } from './translated-parts.ts'

export type LinkPlace = 'navigation' | 'footer'

/** Something missing, leading nowhere or hardly to be seen. It is told and does not stop a publish: only unreadable colours do. */
export type Gap =
  | FaintLogo
  | MissingPicture
  | Untranslated
  | {
      readonly kind: 'gap'
      readonly what: 'deadLink'
      readonly place: LinkPlace
      readonly label: string
      readonly href: string
    }
  | { readonly kind: 'gap'; readonly what: 'unknownShow'; readonly section: string; readonly showId: string }
  | { readonly kind: 'gap'; readonly what: 'nothingFeatured'; readonly section: string }
  | {
      readonly kind: 'gap'
      readonly what: 'showsUnchecked' | 'noProgramme' | 'noTagline' | 'noDescription' | 'noSignature'
    }
  | { readonly kind: 'gap'; readonly what: 'noLegal'; readonly page: LegalPage }
  | { readonly kind: 'gap'; readonly what: 'emptySection'; readonly at: number }
  | {
      readonly kind: 'gap'
      readonly what: 'longWordmark' | 'longNavigation' | 'longTitle'
      readonly length: number
      readonly limit: number
    }

/** Of which featured or linked shows core knows; null when core could not be asked. */
export type KnownShows = ReadonlyMap<string, boolean> | null

/**
 * Beyond these, headers wrap at 1,280 px and hero titles take more than three lines at 390 px, in the widest bundled
 * family (Unbounded).
 */
const WORDMARK_LIMIT = 18
const NAVIGATION_LIMIT = 60
const TITLE_LIMIT = 60

/** What is missing from a configuration. */
export function gapsIn(
  config: ResellerConfig,
  shows: KnownShows,
  tones: KnownTones = new Map(),
  gone: GonePictures = new Set(),
): Gap[] {
  return [
    ...linkGaps(config, shows),
    ...config.home.flatMap((section, at) => sectionGaps(section, at, shows)),
    ...(shows === null && showIdsIn(config).length > 0 ? [{ kind: 'gap', what: 'showsUnchecked' } as const] : []),
    ...missingPictures(config, gone),
    ...faintLogo(config, tones),
    ...textGaps(config),
    ...untranslated(config),
    ...lengthGaps(config),
  ]
}

/** Every show that a configuration puts forward or links to: what core has to be asked about. */
export function showIdsIn(config: ResellerConfig): string[] {
  const featured = config.home.flatMap((section) => (section.type === 'featured' ? section.showIds : []))
  const linked = [...config.navigation, ...config.footer.links].flatMap(({ href }) => {
    const path = sitePathIn(config, href)
    return path.to === 'show' ? [path.showId] : []
  })
  return [...new Set([...featured, ...linked])]
}

function linkGaps(config: ResellerConfig, shows: KnownShows): Gap[] {
  const links = [
    ...config.navigation.map((link) => ({ ...link, place: 'navigation' as const })),
    ...config.footer.links.map((link) => ({ ...link, place: 'footer' as const })),
  ]
  return links.flatMap(({ label, href, place }): Gap[] => {
    const path = sitePathIn(config, href)
    const leads = path.to === 'show' ? shows?.get(path.showId) !== false : path.to !== 'nowhere'
    return leads ? [] : [{ kind: 'gap', what: 'deadLink', place, label, href }]
  })
}

function sectionGaps(section: HomeSection, at: number, shows: KnownShows): Gap[] {
  const words = section.type === 'text' ? [section.title, section.text] : [section.title]
  const empty: Gap[] = words.some((text) => text.trim() === '')
    ? [{ kind: 'gap', what: 'emptySection', at: at + 1 }]
    : []
  if (section.type !== 'featured' || shows === null) return empty
  const unknown = section.showIds.filter((showId) => shows.get(showId) === false)
  if (unknown.length === section.showIds.length) {
    return [...empty, { kind: 'gap', what: 'nothingFeatured', section: section.title }]
  }
  return [
    ...empty,
    ...unknown.map((showId): Gap => ({ kind: 'gap', what: 'unknownShow', section: section.title, showId })),
  ]
}

function textGaps({ home, texts, legal, mail }: ResellerConfig): Gap[] {
  const shows = home.some(({ type }) => type === 'upcoming' || type === 'featured')
  return [
    ...(shows ? [] : [{ kind: 'gap', what: 'noProgramme' } as const]),
    ...LEGAL_PAGES.filter((page) => !legal?.[page]?.trim()).map(
      (page): Gap => ({ kind: 'gap', what: 'noLegal', page }),
    ),
    ...(texts.tagline.trim() ? [] : [{ kind: 'gap', what: 'noTagline' } as const]),
    ...(texts.description.trim() ? [] : [{ kind: 'gap', what: 'noDescription' } as const]),
    ...(mail?.signature?.trim() ? [] : [{ kind: 'gap', what: 'noSignature' } as const]),
  ]
}

function lengthGaps({ logo, navigation, home }: ResellerConfig): Gap[] {
  const labels = navigation.reduce((sum, { label }) => sum + widthOf(label), 0)
  const hero = home.find(({ type }) => type === 'hero')
  return [
    ...tooLong('longWordmark', widthOf(logo.wordmark), WORDMARK_LIMIT),
    ...tooLong('longNavigation', labels, NAVIGATION_LIMIT),
    ...tooLong('longTitle', hero ? widthOf(hero.title) : 0, TITLE_LIMIT),
  ]
}

const tooLong = (what: 'longWordmark' | 'longNavigation' | 'longTitle', length: number, limit: number): Gap[] =>
  length > limit ? [{ kind: 'gap', what, length, limit }] : []

/** Characters as wide as latin ones; those of Chinese, Japanese and Korean scripts take the room of two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  )
}
