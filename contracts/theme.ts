import { z } from 'zod'

const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0b1f3a (six lower-case hex digits)')

/** Font families that are bundled; anything else would need a download. */
export const FONT_FAMILIES = [
  'archivo',
  'baloo-2',
  'bricolage-grotesque',
  'cormorant',
  'fraunces',
  'inter',
  'noto-sans-jp',
  'nunito',
  'playfair-display',
  'shippori-mincho',
  'source-sans-3',
  'space-grotesk',
  'unbounded',
  'zen-kaku-gothic-new',
] as const
export const FontFamily = z.enum(FONT_FAMILIES)

/** Where a font of the system stands in, it should be of the same kind. */
export const SERIF_FAMILIES: ReadonlySet<FontFamily> = new Set([
  'cormorant',
  'fraunces',
  'playfair-display',
  'shippori-mincho',
])
/** Cut into a hundred files and more, for thousands of characters. */
export const JAPANESE_FAMILIES: ReadonlySet<FontFamily> = new Set([
  'noto-sans-jp',
  'shippori-mincho',
  'zen-kaku-gothic-new',
])

/**
 * A brand as typed tokens. They become CSS variables and nothing else.
 * `on…` is the text colour on its ground; contrast of each pair is checked before a publish.
 */
export const Theme = z.object({
  scheme: z.enum(['light', 'dark']),
  colours: z.object({
    background: Colour,
    surface: Colour,
    text: Colour,
    mutedText: Colour,
    border: Colour,
    primary: Colour,
    onPrimary: Colour,
    accent: Colour,
    onAccent: Colour,
    positive: Colour,
    warning: Colour,
    negative: Colour,
  }),
  fonts: z.object({ display: FontFamily, body: FontFamily }),
  radius: z.enum(['none', 'small', 'medium', 'large']),
  density: z.enum(['compact', 'comfortable']),
  /** How cards and headers are dressed; each is a layout of ours, not free CSS. */
  style: z.enum(['poster', 'editorial', 'minimal', 'playful']),
})

export type FontFamily = z.infer<typeof FontFamily>
export type Theme = z.infer<typeof Theme>
