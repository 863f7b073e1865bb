import type { FontFamily, Theme } from '#contracts/theme.ts'

/** The family name each bundled font declares in its `@font-face`, with what stands in while it loads. */
const FONT_STACKS: Readonly<Record<FontFamily, string>> = {
  archivo: "'Archivo Variable', sans-serif",
  'baloo-2': "'Baloo 2 Variable', sans-serif",
  'bricolage-grotesque': "'Bricolage Grotesque Variable', sans-serif",
  cormorant: "'Cormorant Variable', serif",
  fraunces: "'Fraunces Variable', serif",
  inter: "'Inter Variable', sans-serif",
  'noto-sans-jp': "'Noto Sans JP Variable', sans-serif",
  nunito: "'Nunito Variable', sans-serif",
  'playfair-display': "'Playfair Display Variable', serif",
  'shippori-mincho': "'Shippori Mincho', serif",
  'source-sans-3': "'Source Sans 3 Variable', sans-serif",
  'space-grotesk': "'Space Grotesk Variable', sans-serif",
  unbounded: "'Unbounded Variable', sans-serif",
  'zen-kaku-gothic-new': "'Zen Kaku Gothic New', sans-serif",
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
    '--font-display': FONT_STACKS[theme.fonts.display],
    '--font-body': FONT_STACKS[theme.fonts.body],
    '--radius': RADII[theme.radius],
    '--density': SPACES[theme.density],
  }
}

/** The same as one CSS rule, for the document's root unless only a part of a page wears the theme. */
export function themeRule(theme: Theme, selector: ':root' | '.brand-stage' = ':root'): string {
  const declarations = Object.entries(themeVariables(theme)).map(([name, value]) => `${name}:${value}`)
  return `${selector}{color-scheme:${theme.scheme};${declarations.join(';')}}`
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
