/** One file of a bundled family, as its stylesheet names it. */
export interface FontFace {
  readonly file: string
  readonly weight: number
  readonly ranges: readonly (readonly [from: number, to: number])[]
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
        ranges: rangesOf(value(/unicode-range:([^;]+)/)),
      },
    ]
  })
  return faces.toSorted((one, other) => other.weight - one.weight)
}

/** The face that has a character; undefined when none has. */
export const faceFor = (faces: readonly FontFace[], character: number): FontFace | undefined =>
  faces.find(({ ranges }) => ranges.some(([from, to]) => character >= from && character <= to))

function rangesOf(text = 'U+0-10FFFF'): (readonly [number, number])[] {
  return text.split(',').map((part) => {
    const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
}
