import type { BundledFamily } from '#lib/fonts/font-families.ts'

interface FontSource {
  readonly package: string
  readonly stylesheets: readonly string[]
}

/**
 * Which stylesheets of which package make up a family: the axes and weights that our four styles use, no more. Of the
 * Japanese ones every weight is seventy rules for the browser to read and some ten files a page: two each. What asks for a lighter title gets 500.
 */
export const FONT_SOURCES: Record<BundledFamily, FontSource> = {
  archivo: variable('archivo', 'wght'),
  'baloo-2': variable('baloo-2', 'wght'),
  'bricolage-grotesque': variable('bricolage-grotesque', 'opsz'),
  cormorant: variable('cormorant', 'wght', 'wght-italic'),
  fraunces: variable('fraunces', 'opsz', 'opsz-italic'),
  inter: variable('inter', 'opsz'),
  'noto-sans-jp': variable('noto-sans-jp', 'wght'),
  'noto-sans-kr': variable('noto-sans-kr', 'wght'),
  'noto-sans-sc': variable('noto-sans-sc', 'wght'),
  nunito: variable('nunito', 'wght'),
  'playfair-display': variable('playfair-display', 'wght', 'wght-italic'),
  'shippori-mincho': inTwoWeights('shippori-mincho', 500, 700),
  'source-sans-3': variable('source-sans-3', 'wght', 'wght-italic'),
  'space-grotesk': variable('space-grotesk', 'wght'),
  unbounded: variable('unbounded', 'wght'),
  'zen-kaku-gothic-new': inTwoWeights('zen-kaku-gothic-new', 400, 700),
}

function inTwoWeights(name: string, ...weights: readonly [number, number]): FontSource {
  return { package: `@fontsource/${name}`, stylesheets: weights.map((weight) => `${weight}.css`) }
}

function variable(name: string, ...axes: string[]): FontSource {
  return { package: `@fontsource-variable/${name}`, stylesheets: axes.map((axis) => `${axis}.css`) }
}

/** Japanese families whose packages spread what we say over sixty files: they are cut anew (decision 0115). */
export const CUT_FOR_PAGES: ReadonlySet<BundledFamily> = new Set(['shippori-mincho', 'zen-kaku-gothic-new'])

/**
 * Families whose name their licence keeps for the font as it is (a Reserved Font Name of the OFL): what is trimmed would need another.
 * `fonts.test.ts` reads it in the files.
 */
export const NAME_IS_RESERVED: ReadonlySet<BundledFamily> = new Set(['playfair-display', 'source-sans-3'])
