import { luminanceOfTone, type Tones, WHOLE_AREA } from '#contracts/picture-tones.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { contrastOf, luminance } from '#lib/reseller/contrast.ts'
import { CONTROL_CONTRAST, type ColourName } from './colour-pairs.ts'

/*
 * Whether an uploaded logo can be seen where it stands. A logo need not reach any contrast (WCAG 2.2, 1.4.11), and one may
 * be seen by an outline of its own: so this is told, and stops nothing.
 */

/** Of pictures, by id; one that is missing was not measured, and nothing is said of it. */
export type KnownTones = ReadonlyMap<string, Tones>

/** A logo that hardly stands out from a colour that it stands on. */
export interface FaintLogo {
  readonly kind: 'gap'
  readonly what: 'faintLogo'
  readonly ground: ColourName
  readonly groundColour: string
  /** Of what is to be seen of it, in whole per cent, rounded down. */
  readonly percent: number
  /** What another version of it would have to be. */
  readonly way: 'lighter' | 'darker'
}

/** A logo of which less than a third stands out is hardly one: a white word with a dot in colour is a dot. */
const SHARE_NEEDED = 1 / 3
/** A picture that covers its area as far as round corners go brings a ground of its own. */
const COVERING = 0.97 * WHOLE_AREA
/** Two steps: a ground of its own that melts into the page's, JPEG's unrest included. */
const MELTS = 1.25
/** Less than this beside a ground of its own is unrest too, and nothing drawn. */
const DRAWN = 0.005 * WHOLE_AREA

export function faintLogo({ logo, theme }: ResellerConfig, tones: KnownTones): FaintLogo[] {
  const measured = logo.picture && tones.get(logo.picture.id)
  if (measured === undefined) return []
  return groundsOf(theme).flatMap((ground) => {
    const groundColour = theme.colours[ground]
    const share = standingOut(measured, groundColour)
    if (share >= SHARE_NEEDED) return []
    const way = luminance(groundColour) < MIDDLE ? 'lighter' : 'darker'
    return [{ kind: 'gap', what: 'faintLogo', ground, groundColour, percent: Math.floor(share * 100), way }]
  })
}

/** The luminance from which white and black are equally far. */
const MIDDLE = 0.179

/** Read from the stylesheets of the header; in mails and on tickets it stands on the page's ground in every look. */
const groundsOf = ({ style }: ResellerConfig['theme']): ColourName[] =>
  style === 'playful' ? ['surface', 'background'] : ['background']

/**
 * How much of what a picture shows reaches the contrast of a sign to a ground, 0 to 1. What a picture that covers its area
 * has of the ground's own colour is its paper, not what is drawn on it.
 */
export function standingOut(tones: Tones, ground: string): number {
  const on = luminance(ground)
  const steps = tones.map((area, tone) => ({ area, ratio: contrastOf(luminanceOfTone(tone), on) }))
  const areaOf = (some: typeof steps) => some.reduce((sum, { area }) => sum + area, 0)
  const covering = areaOf(steps) >= COVERING
  const shown = covering ? steps.filter(({ ratio }) => ratio >= MELTS) : steps
  const all = areaOf(shown)
  if (all < (covering ? DRAWN : 1)) return 0
  return areaOf(shown.filter(({ ratio }) => ratio >= CONTROL_CONTRAST)) / all
}
