/** A file of a font family: some characters, in one weight or, where it is variable, in a range of them. */
export interface FontSlice {
  readonly file: string
  readonly weights: readonly [least: number, most: number]
  /** Code points, both ends included. */
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

const RULE = /@font-face\{([^}]*)\}/g

/** The upright files that a stylesheet of ours (`dev/build/font-face.ts`) names. */
export function readSlices(stylesheet: string): FontSlice[] {
  return [...stylesheet.matchAll(RULE)].flatMap(([, body = '']) => {
    const file = /url\([^)]*\/([^/)]+)\)/.exec(body)?.[1]
    const [least = 400, most = least] = (declared(body, 'font-weight') ?? '400').split(' ').map(Number)
    if (file === undefined || declared(body, 'font-style') === 'italic') return []
    return [
      { file, weights: [least, most] as const, ranges: rangesOf(declared(body, 'unicode-range') ?? 'U+0-10FFFF') },
    ]
  })
}

function rangesOf(text: string): [number, number][] {
  return text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}

const declared = (body: string, name: string): string | undefined =>
  new RegExp(`(?:^|;)${name}:([^;]+)`).exec(body)?.[1]
