import { type CodePoints, readRanges } from './unicode-ranges.ts'

/** A file of a font family: some characters, in one weight or, where it is variable, in a range of them. */
export interface FontSlice {
  readonly file: string
  readonly weights: readonly [least: number, most: number]
  readonly ranges: CodePoints
}

const RULE = /@font-face\{([^}]*)\}/g

/** The upright files that a stylesheet of ours (`dev/build/fonts/font-face.ts`) names. */
export function readSlices(stylesheet: string): FontSlice[] {
  return [...stylesheet.matchAll(RULE)].flatMap(([, body = '']) => {
    const file = /url\([^)]*\/([^/)]+)\)/.exec(body)?.[1]
    const [least = 400, most = least] = (declared(body, 'font-weight') ?? '400').split(' ').map(Number)
    if (file === undefined || declared(body, 'font-style') === 'italic') return []
    return [{ file, weights: [least, most] as const, ranges: readRanges(declared(body, 'unicode-range')) }]
  })
}

const declared = (body: string, name: string): string | undefined =>
  new RegExp(`(?:^|;)${name}:([^;]+)`).exec(body)?.[1]
