import type { Slant } from './stand-ins.ts'

/** One `@font-face` rule of a font package: its text for our stylesheet and the file it needs. */
export interface FontFace {
  readonly css: string
  readonly file: string
  readonly family: string
  /** Which characters the file has, as `unicode-range`. */
  readonly range: string
  /** Its weight, or the lightest and the heaviest of them, as `font-weight`. */
  readonly weight: string
  /** Where it stands among the faces of its family: the subset first, then the weight. */
  readonly order: string
}

const RULE = /@font-face\s*\{([^}]*)\}/g
const WOFF2 = /url\((?:\.\/)?files\/([^)]+\.woff2)\)/

/**
 * Reads the faces out of a package's stylesheet. Only woff2 is kept (every browser we support has it) and addresses
 * become absolute under `base`.
 */
export function readFaces(stylesheet: string, base: string): FontFace[] {
  return [...stylesheet.matchAll(RULE)].flatMap(([, body = '']) => {
    const file = WOFF2.exec(body)?.[1]
    if (file === undefined) return []
    const family = declared(body, 'font-family')?.replaceAll("'", '') ?? ''
    const range = declared(body, 'unicode-range') ?? 'U+0-10FFFF'
    const weight = declared(body, 'font-weight') ?? '400'
    return [{ file, family, range, weight, css: faceRule(body, `${base}/${file}`), order: orderOf(file) }]
  })
}

/** The stylesheet of a family. Weights of one subset stand together, so that compression sees their equal ranges. */
export function joinFaces(faces: readonly FontFace[]): string {
  const sorted = [...faces].sort((a, b) => a.order.localeCompare(b.order, 'en', { numeric: true }))
  return `${sorted.map((face) => face.css).join('\n')}\n`
}

/** What nearly every page of a family needs, and some preload. */
export const isLatin = ({ file }: FontFace): boolean => /-latin-(?!ext)/.test(file)

/** The latin face, in regular weight: what a page of this family surely needs, upright; slanted where there is one. */
export function mainFace(faces: readonly FontFace[], slant: Slant = 'normal'): FontFace | undefined {
  const latin = faces.filter((face) => isLatin(face) && face.file.includes(`-${slant}.`))
  return latin.find(({ file }) => /-(?:400|wght|standard|opsz|full)-(?:normal|italic)\./.test(file)) ?? latin[0]
}

function faceRule(body: string, url: string): string {
  const kept = ['font-family', 'font-style', 'font-weight', 'font-stretch', 'unicode-range'].flatMap((name) => {
    const value = declared(body, name)
    return value === undefined ? [] : [`${name}:${value}`]
  })
  return `@font-face{${kept.join(';')};font-display:swap;src:url(${url}) format('woff2')}`
}

const declared = (body: string, name: string): string | undefined =>
  new RegExp(`${name}:\\s*([^;]+);`).exec(body)?.[1]?.trim()

/** `x-12-400-normal.woff2` → `x-12-normal 400`: numbered subsets side by side, whatever their weight. */
function orderOf(file: string): string {
  return file.replace(/-(\d{3})-(normal|italic)\.woff2$/, '-$2 $1')
}
