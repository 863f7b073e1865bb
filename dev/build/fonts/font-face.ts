import type { Slant } from './stand-ins.ts'

/** One `@font-face` rule of a font package and the file it needs. */
export interface FontFace {
  readonly file: string
  readonly family: string
  readonly slant: Slant
  /** Its weight, or the lightest and the heaviest of them, as `font-weight`. */
  readonly weight: string
  /** How narrow and how wide it goes, as `font-stretch`, where the package says so. */
  readonly stretch: string | undefined
  /** Which characters the file has, as `unicode-range`. */
  readonly range: string
}

/** A face and its file, as pages are given it. */
export interface FontFile {
  readonly face: FontFace
  readonly file: Buffer
  /** What it was trimmed from. */
  readonly whole?: Buffer
}

const RULE = /@font-face\s*\{([^}]*)\}/g
const WOFF2 = /url\((?:\.\/)?files\/([^)]+\.woff2)\)/

/** Reads the faces out of a package's stylesheet. Only woff2 is kept: every browser we support has it. */
export function readFaces(stylesheet: string): FontFace[] {
  return [...stylesheet.matchAll(RULE)].flatMap(([, body = '']) => {
    const file = WOFF2.exec(body)?.[1]
    if (file === undefined) return []
    const family = declared(body, 'font-family')?.replaceAll("'", '') ?? ''
    const slant = declared(body, 'font-style') === 'italic' ? 'italic' : 'normal'
    const range = declared(body, 'unicode-range') ?? 'U+0-10FFFF'
    const weight = declared(body, 'font-weight') ?? '400'
    return [{ file, family, slant, weight, stretch: declared(body, 'font-stretch'), range }]
  })
}

/** A face's rule for our stylesheet, with the address at which browsers find its file. */
export function faceRule({ family, slant, weight, stretch, range }: FontFace, address: string): string {
  return [
    `@font-face{font-family:'${family}'`,
    `font-style:${slant}`,
    `font-weight:${weight}`,
    ...(stretch === undefined ? [] : [`font-stretch:${stretch}`]),
    `unicode-range:${range}`,
    'font-display:swap',
    `src:url(${address}) format('woff2')}`,
  ].join(';')
}

/** The order of a stylesheet: the weights of one subset together, so that compression sees their equal ranges. */
export const byPlace = (one: FontFace, other: FontFace): number =>
  placeOf(one).localeCompare(placeOf(other), 'en', { numeric: true })

/** What nearly every page of a family needs, and some preload. */
export const isLatin = ({ file }: FontFace): boolean => /-latin-(?!ext)/.test(file)

/** The latin face, in regular weight: what a page of this family surely needs, upright; slanted where there is one. */
export function mainFace(faces: readonly FontFace[], slant: Slant = 'normal'): FontFace | undefined {
  const latin = faces.filter((face) => isLatin(face) && face.slant === slant)
  return latin.find(({ file }) => /-(?:400|wght|standard|opsz|full)-(?:normal|italic)\./.test(file)) ?? latin[0]
}

const declared = (body: string, name: string): string | undefined =>
  new RegExp(`${name}:\\s*([^;]+);`).exec(body)?.[1]?.trim()

/** `x-12-400-normal.woff2` → `x-12-normal 400`: numbered subsets side by side, whatever their weight. */
const placeOf = ({ file }: FontFace): string => file.replace(/-(\d{3})-(normal|italic)\.woff2$/, '-$2 $1')
