import { type FontFamily, JAPANESE_FAMILIES, SERIF_FAMILIES, type Theme } from '#contracts/theme.ts'

/** The name each bundled family declares in its `@font-face`. */
const FONT_NAMES: Readonly<Record<FontFamily, string>> = {
  archivo: 'Archivo Variable',
  'baloo-2': 'Baloo 2 Variable',
  'bricolage-grotesque': 'Bricolage Grotesque Variable',
  cormorant: 'Cormorant Variable',
  fraunces: 'Fraunces Variable',
  inter: 'Inter Variable',
  'noto-sans-jp': 'Noto Sans JP Variable',
  nunito: 'Nunito Variable',
  'playfair-display': 'Playfair Display Variable',
  'shippori-mincho': 'Shippori Mincho',
  'source-sans-3': 'Source Sans 3 Variable',
  'space-grotesk': 'Space Grotesk Variable',
  unbounded: 'Unbounded Variable',
  'zen-kaku-gothic-new': 'Zen Kaku Gothic New',
}

const RADII = { none: '0', small: '0.25rem', medium: '0.625rem', large: '1.25rem' } as const
const SPACES = { compact: '0.875', comfortable: '1' } as const

/**
 * A theme as CSS custom properties. Every value comes from a closed list or a checked pattern, so the result is safe
 * inside a style element whatever a reseller configured.
 */
export function themeVariables(theme: Theme): Record<`--${string}`, string> {
  const colours = Object.entries(theme.colours).map(([name, value]) => [`--${kebab(name)}`, value])
  return {
    ...Object.fromEntries(colours),
    '--font-display': fontStack(theme.fonts.display),
    '--font-body': fontStack(theme.fonts.body),
    '--radius': RADII[theme.radius],
    '--density': SPACES[theme.density],
  }
}

/** The same as one CSS rule, for the document's root unless only a part of a page wears the theme. */
export function themeRule(theme: Theme, selector: ':root' | '.brand-stage' = ':root'): string {
  const declarations = Object.entries(themeVariables(theme)).map(([name, value]) => `${name}:${value}`)
  return `${selector}{color-scheme:${theme.scheme};${declarations.join(';')}}`
}

/** With what stands in while a family loads: a face of the same measures (`dev/build/fonts/font-fallback.ts`) where it has one. */
function fontStack(family: FontFamily): string {
  const name = FONT_NAMES[family]
  const standIn = JAPANESE_FAMILIES.has(family) ? [] : [`'${name} Fallback'`]
  return [`'${name}'`, ...standIn, SERIF_FAMILIES.has(family) ? 'serif' : 'sans-serif'].join(', ')
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
