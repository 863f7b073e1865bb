import type { FontFace } from './font-face.ts'
import { type Kind, type Slant, STAND_INS, type Stroke } from './stand-ins.ts'

/** How wide and how tall a font is, in its own units. */
export interface FontMeasure {
  readonly unitsPerEm: number
  readonly ascent: number
  /** Below the line, negative. */
  readonly descent: number
  readonly lineGap: number
  layout(text: string): { readonly advanceWidth: number }
}

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

/** Which face of a family something stands in for. */
export interface Cut {
  readonly kind: Kind
  readonly slant: Slant
  readonly stroke: Stroke
}

/**
 * A face that stands in while a family's file is on its way: a font of the system, stretched to the same widths and
 * heights, so that few lines break anew when the file comes.
 * @param main the family's own face: the stand-in's name is its with ` Fallback` behind it, and what its file lacks is not
 * stretched either
 */
export function fallbackFace(
  { family, range }: Pick<FontFace, 'family' | 'range'>,
  { kind, slant, stroke }: Cut,
  font: FontMeasure,
): string {
  const { names, widths } = STAND_INS[kind][slant][stroke]
  const adjust = font.layout(SAMPLE).advanceWidth / font.unitsPerEm / (widthOf(SAMPLE, widths) / 1000)
  const share = (units: number) => percent(Math.abs(units) / font.unitsPerEm / adjust)
  return [
    `@font-face{font-family:'${family} Fallback'`,
    `font-style:${slant}`,
    `font-weight:${STROKES[stroke].weights}`,
    `unicode-range:${range}`,
    `size-adjust:${percent(adjust)}`,
    `ascent-override:${share(font.ascent)}`,
    `descent-override:${share(font.descent)}`,
    `line-gap-override:${share(font.lineGap)}`,
    `src:${names.map((name) => `local('${name}')`).join(',')}}`,
  ].join(';')
}

function widthOf(text: string, widths: string): number {
  const each = widths.split(' ').map(Number)
  return [...text].reduce((sum, letter) => sum + (each[' abcdefghijklmnopqrstuvwxyz'.indexOf(letter)] ?? 0), 0)
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
