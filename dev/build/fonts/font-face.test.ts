import { describe, expect, it } from 'vitest'
import { byPlace, faceRule, mainFace, readFaces } from './font-face.ts'

const stylesheet = `
/* sample-latin-ext-400-normal */
@font-face {
  font-family: 'Sample';
  font-style: normal;
  font-display: swap;
  font-weight: 400;
  src: url(./files/sample-latin-ext-400-normal.woff2) format('woff2'), url(./files/sample-latin-ext-400-normal.woff) format('woff');
  unicode-range: U+0100-02BA;
}
@font-face {
  font-family: 'Sample';
  font-style: normal;
  font-display: swap;
  font-weight: 400;
  src: url(./files/sample-latin-400-normal.woff2) format('woff2');
  unicode-range: U+0000-00FF,U+0131;
}
`

describe('readFaces', () => {
  it('keeps what describes the face, and takes woff2 only', () => {
    expect(readFaces(stylesheet)[0]).toEqual({
      ...{ file: 'sample-latin-ext-400-normal.woff2', family: 'Sample', slant: 'normal', weight: '400' },
      ...{ stretch: undefined, range: 'U+0100-02BA' },
    })
  })

  it('skips a rule without a woff2 file', () => {
    expect(readFaces("@font-face { src: url(./files/old.woff) format('woff'); }")).toEqual([])
  })
})

it('faceRule says all of it, and the address of the file', () => {
  const [, face] = readFaces(stylesheet)
  if (face === undefined) throw new Error('there are two')
  expect(faceRule(face, '/fonts/sample/latin.12ab.woff2')).toBe(
    "@font-face{font-family:'Sample';font-style:normal;font-weight:400;unicode-range:U+0000-00FF,U+0131;" +
      "font-display:swap;src:url(/fonts/sample/latin.12ab.woff2) format('woff2')}",
  )
  expect(faceRule({ ...face, slant: 'italic', stretch: '62% 125%' }, 'x')).toContain(
    ';font-style:italic;font-weight:400;font-stretch:62% 125%;',
  )
})

it('byPlace puts the weights of one subset side by side', () => {
  const names = ['jp-2-400', 'jp-10-400', 'jp-2-700', 'jp-10-700']
  const faces = names.flatMap((name) => readFaces(`@font-face { src: url(./files/${name}-normal.woff2); }`))
  expect(faces.sort(byPlace).map(({ file }) => file.replace('-normal.woff2', ''))).toEqual([
    ...['jp-2-400', 'jp-2-700', 'jp-10-400', 'jp-10-700'],
  ])
})

describe('mainFace', () => {
  it('is the upright latin file, not the extended one', () => {
    expect(mainFace(readFaces(stylesheet))?.file).toBe('sample-latin-400-normal.woff2')
  })
})
