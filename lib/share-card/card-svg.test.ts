import { expect, it } from 'vitest'
import { cardSvg } from './card-svg.ts'
import { logoPlace, type ShareCard } from './share-card.ts'

const card: ShareCard = {
  colours: { background: '#ffffff', text: '#111111', mutedText: '#555555', primary: '#1a3a8f' },
  ...{ font: 'inter', radius: 'medium', wordmark: 'Example', mark: null, logo: null, language: 'en' },
  title: '</svg><script>',
  lines: ['Saturday', 'The Old Depot'],
  palette: ['#101820', '#f2aa4c'],
}
const drawn: string[] = []
const svg = cardSvg(card, (text, size) => {
  drawn.push(text)
  return { d: 'M0 0H1V1z', width: [...text].length * size * 0.5 }
})

it('draws every word as a shape, so that no word can be anything else', () => {
  expect(drawn).toEqual(expect.arrayContaining(['Example', 'Saturday', 'The Old Depot']))
  expect(svg).not.toMatch(/script|<text|href|url\((?!#p\))/)
  expect(svg.match(/<\/svg>/g)).toHaveLength(1)
})

it('is in the brand’s colours, with the show’s beside them', () => {
  for (const colour of ['#ffffff', '#111111', '#555555', '#1a3a8f', '#101820', '#f2aa4c']) expect(svg).toContain(colour)
})

it('leaves the place of the wordmark to a logo', () => {
  const words: string[] = []
  const outline = (text: string) => {
    words.push(text)
    return { d: 'M0 0H1V1z', width: 10 }
  }
  cardSvg({ ...card, logo: { id: 'a'.repeat(64), width: 200, height: 80 } }, outline)
  expect(words).toContain('Saturday')
  expect(words).not.toContain('Example')
})

it.each([
  [200, 80, 200, 80],
  [1_600, 400, 384, 96],
  [1_600, 100, 420, 26],
  [400, 1_600, 24, 96],
])('a logo of %i by %i is drawn %i by %i', (width, height, shownWidth, shownHeight) => {
  expect(logoPlace({ width, height })).toMatchObject({ width: shownWidth, height: shownHeight })
})
