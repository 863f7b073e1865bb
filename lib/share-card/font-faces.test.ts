import { expect, it } from 'vitest'
import { faceFor, readFontFaces } from './font-faces.ts'

const face = (style: string, weight: string, range: string, file: string) =>
  `@font-face{font-family:'F';font-style:${style};font-weight:${weight};${range}font-display:swap;src:url(/fonts/f/${file}) format('woff2')}`
const faces = readFontFaces(
  [
    face('italic', '400', 'unicode-range:U+0000-00FF;', 'italic.woff2'),
    face('normal', '400', 'unicode-range:U+0000-00FF,U+20AC;', 'regular.woff2'),
    face('normal', '700', 'unicode-range:U+0000-00FF;', 'bold.woff2'),
    face('normal', '200 900', 'unicode-range:U+25ee8,U+3042-3043;', 'kana.woff2'),
  ].join('\n'),
)
const fileFor = (character: string) => faceFor(faces, character.codePointAt(0) ?? 0)?.file

it.each([
  ['A', '/fonts/f/bold.woff2'],
  ['€', '/fonts/f/regular.woff2'],
  ['あ', '/fonts/f/kana.woff2'],
  ['\u{25ee8}', '/fonts/f/kana.woff2'],
  ['星', undefined],
])('%s is drawn with %s', (character, file) => expect(fileFor(character)).toBe(file))
