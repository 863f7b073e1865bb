import { type CodePoints, covers, readRanges } from '#lib/fonts/unicode-ranges.ts'

/** One file of a bundled family, as its stylesheet names it. */
export interface FontFace {
  readonly file: string
  readonly weight: number
  readonly ranges: CodePoints
}

/** The upright faces of a stylesheet that `dev/build/fonts.ts` wrote, heaviest first. */
export function readFontFaces(stylesheet: string): FontFace[] {
  const faces = [...stylesheet.matchAll(/@font-face\{([^}]*)\}/g)].flatMap(([, rule = '']) => {
    const value = (pattern: RegExp) => rule.match(pattern)?.[1]
    const file = value(/src:url\(([^)]+)\)/)
    if (file === undefined || value(/font-style:(\w+)/) !== 'normal') return []
    return [
      {
        file,
        weight: Number.parseInt(value(/font-weight:(\d+)/) ?? '400', 10),
        ranges: readRanges(value(/unicode-range:([^;]+)/)),
      },
    ]
  })
  return faces.toSorted((one, other) => other.weight - one.weight)
}

/** The face that has a character; undefined when none has. */
export const faceFor = (faces: readonly FontFace[], character: number): FontFace | undefined =>
  faces.find(({ ranges }) => covers(ranges, character))
