import subsetFont from 'subset-font'
import { expand, readRanges } from '#lib/fonts/unicode-ranges.ts'

/** What text needs to be set right, and the figures that our styles ask for. Alternates and the like are asked for by none. */
const FEATURES = [
  'calt',
  'ccmp',
  'clig',
  'kern',
  'liga',
  'lnum',
  'locl',
  'mark',
  'mkmk',
  'rclt',
  'rlig',
  'rvrn',
  'tnum',
  // Hoshi's titles stand upright: points and long vowels have other shapes there.
  'vert',
  'vrt2',
]

/** Our styles ask for nothing lighter or heavier; `fonts.test.ts` reads them. */
export const WEIGHTS = { min: 400, max: 900 } as const

/** What the licence is and where it stands, in a font's table of names. */
const LICENCE_NAMES = [13, 14]

const KEPT = { keepFeatures: FEATURES, preserveNameIds: LICENCE_NAMES } as const

export interface Trimmed {
  /** As a stylesheet says it: `U+0000-00FF,U+0131`. */
  readonly range: string
  /** As a stylesheet says it: `200 900`, or `400` for a file of one weight. */
  readonly weight: string
}

/**
 * A font file with the characters that its rule promises, and without the weights and the layout features that no page of ours
 * asks for. Fewer weights make some files larger: of both the smaller one.
 */
export async function trimFace(file: Buffer, { range, weight }: Trimmed): Promise<Buffer> {
  const text = textOf(expand(readRanges(range)))
  const [from = WEIGHTS.min, to = from] = weight.split(' ').map(Number)
  const wght = { min: Math.max(from, WEIGHTS.min), max: Math.min(to, WEIGHTS.max) }
  const isWider = from < wght.min || to > wght.max
  const axes: Record<string, typeof wght>[] = isWider ? [{}, { wght }] : [{}]
  const files = [file]
  for (const variationAxes of axes)
    files.push(await subsetFont(file, text, { targetFormat: 'woff2', ...KEPT, variationAxes }))
  return files.reduce((smallest, one) => (one.length < smallest.length ? one : smallest))
}

/**
 * A file of one weight in pieces, each with some of its characters.
 * @param whole of one weight
 */
export async function cutFace(whole: Buffer, pieces: readonly (readonly number[])[]): Promise<Buffer[]> {
  // Unpacked, and without what is in no piece: a font of seven thousand characters is packed for seconds.
  const all = await subsetFont(whole, textOf(pieces.flat()), { targetFormat: 'sfnt', ...KEPT })
  const files: Buffer[] = []
  for (const piece of pieces) files.push(await subsetFont(all, textOf(piece), { targetFormat: 'woff2', ...KEPT }))
  return files
}

const textOf = (codePoints: readonly number[]): string =>
  codePoints.map((point) => String.fromCodePoint(point)).join('')
