import { describe, expect, it } from 'vitest'
import { joinFaces, mainFace, readFaces } from './font-face.ts'

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
  it('keeps what describes the face, takes woff2 only and makes the address absolute', () => {
    const [first] = readFaces(stylesheet, '/fonts/sample')
    expect(first?.css).toBe(
      "@font-face{font-family:'Sample';font-style:normal;font-weight:400;unicode-range:U+0100-02BA;font-display:swap;" +
        "src:url(/fonts/sample/sample-latin-ext-400-normal.woff2) format('woff2')}",
    )
  })

  it('skips a rule without a woff2 file', () => {
    expect(readFaces("@font-face { src: url(./files/old.woff) format('woff'); }", '/fonts/old')).toEqual([])
  })
})

describe('joinFaces', () => {
  it('puts the weights of one subset side by side', () => {
    const face = (file: string) => readFaces(`@font-face { src: url(./files/${file}); }`, '')[0]
    const faces = ['jp-2-400', 'jp-10-400', 'jp-2-700', 'jp-10-700'].map((name) => face(`${name}-normal.woff2`))
    const css = joinFaces(faces.filter((one) => one !== undefined))
    expect([...css.matchAll(/jp-\d+-\d+/g)].map(String)).toEqual(['jp-2-400', 'jp-2-700', 'jp-10-400', 'jp-10-700'])
  })
})

describe('mainFace', () => {
  it('is the upright latin file, not the extended one', () => {
    expect(mainFace(readFaces(stylesheet, ''))?.file).toBe('sample-latin-400-normal.woff2')
  })
})
