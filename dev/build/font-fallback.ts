import type { FontFace } from './font-face.ts'

/** How wide and how tall a font is, in its own units. */
export interface FontMeasure {
  readonly unitsPerEm: number
  readonly ascent: number
  /** Below the line, negative. */
  readonly descent: number
  readonly lineGap: number
  layout(text: string): { readonly advanceWidth: number }
}

export type Kind = 'sans' | 'serif'
export type Stroke = 'regular' | 'bold'

/** In which weight and optical size a family is measured, text and title, and for which weights each measure stands. */
export const STROKES: Readonly<
  Record<Stroke, { readonly weight: number; readonly opticalSize: number; readonly weights: string }>
> = {
  regular: { weight: 400, opticalSize: 17, weights: '1 599' },
  bold: { weight: 700, opticalSize: 40, weights: '600 1000' },
}

/** Letters about as often as European languages have them; words make the share of spaces. */
export const SAMPLE =
  'the stars are on at nine and listen to the sea la noche de los cines ein abend im alten saal with you'

/**
 * What Windows and Apple have, what Linux has, what Android has, and Apple's again by the name that its older browsers
 * know. They are drawn on the widths of Arial and Times, or close to them, which is why one measure does for all. No more
 * than these: a page waits while the system looks for each that is not there.
 */
const STAND_INS: Readonly<Record<Kind, Readonly<Record<Stroke, readonly string[]>>>> = {
  sans: {
    regular: ['Arial', 'Liberation Sans', 'Roboto', 'ArialMT'],
    bold: ['Arial Bold', 'Liberation Sans Bold', 'Roboto Bold', 'Arial-BoldMT'],
  },
  serif: {
    regular: ['Times New Roman', 'Liberation Serif', 'Noto Serif', 'TimesNewRomanPSMT'],
    bold: ['Times New Roman Bold', 'Liberation Serif Bold', 'Noto Serif Bold', 'TimesNewRomanPS-BoldMT'],
  },
}

/** Widths of a space and of a to z in thousandths of an em: Adobe's published metrics of Helvetica and Times. */
const WIDTHS: Readonly<Record<Kind, Readonly<Record<Stroke, string>>>> = {
  sans: {
    regular:
      '278 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500',
    bold: '278 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500',
  },
  serif: {
    regular:
      '250 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444',
    bold: '250 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444',
  },
}

/**
 * A face that stands in while a family's file is on its way: a font of the system, stretched to the same widths and
 * heights, so that few lines break anew when the file comes.
 * @param main the family's own face: the stand-in's name is its with ` Fallback` behind it, and what its file lacks is not
 * stretched either
 */
export function fallbackFace(
  { family, range }: Pick<FontFace, 'family' | 'range'>,
  kind: Kind,
  stroke: Stroke,
  font: FontMeasure,
): string {
  const adjust = font.layout(SAMPLE).advanceWidth / font.unitsPerEm / (widthOf(SAMPLE, kind, stroke) / 1000)
  const share = (units: number) => percent(Math.abs(units) / font.unitsPerEm / adjust)
  return [
    `@font-face{font-family:'${family} Fallback'`,
    'font-style:normal',
    `font-weight:${STROKES[stroke].weights}`,
    `unicode-range:${range}`,
    `size-adjust:${percent(adjust)}`,
    `ascent-override:${share(font.ascent)}`,
    `descent-override:${share(font.descent)}`,
    `line-gap-override:${share(font.lineGap)}`,
    `src:${STAND_INS[kind][stroke].map((name) => `local('${name}')`).join(',')}}`,
  ].join(';')
}

function widthOf(text: string, kind: Kind, stroke: Stroke): number {
  const widths = WIDTHS[kind][stroke].split(' ').map(Number)
  return [...text].reduce((sum, letter) => sum + (widths[' abcdefghijklmnopqrstuvwxyz'.indexOf(letter)] ?? 0), 0)
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
