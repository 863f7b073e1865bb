import { expect, test } from 'vitest'
import { type ArtworkCategory, COMPOSITIONS } from './catalogue.ts'
import { chooseDesign } from './design.ts'
import { PALETTES } from './palettes.ts'

const CATEGORIES: ArtworkCategory[] = ['concert', 'theatre', 'family', 'comedy', 'dance', 'other']

test('every composition has its own name and knows four palettes that exist', () => {
  const palettes = PALETTES.map(({ name }) => name)
  expect(new Set(COMPOSITIONS.map(({ name }) => name)).size).toBe(COMPOSITIONS.length)
  for (const { name, palettes: liked } of COMPOSITIONS) {
    expect(liked.length, name).toBe(4)
    for (const palette of liked) expect(palettes, name).toContain(palette)
  }
})

test.each(CATEGORIES)('a %s show gets a composition that suits it, and sixty of them do not share one', (category) => {
  const designs = Array.from({ length: 60 }, (_, index) => chooseDesign({ key: `${category}-${index}`, category }))
  for (const { composition } of designs) expect(composition.suits).toContain(category)
  expect(new Set(designs.map(({ composition }) => composition.name)).size).toBeGreaterThanOrEqual(6)
})

test('a brief that names composition, palette and seed gets exactly these', () => {
  const art = { key: 'any', category: 'family', composition: 'whale', palette: 'moonlit', seed: 5 } as const
  const { composition, palette, seed } = chooseDesign(art)
  expect([composition.name, palette.name, seed]).toEqual(['whale', 'moonlit', 5])
})

test('unknown names count as left out', () => {
  const plain = { key: 'any', category: 'dance' } as const
  expect(chooseDesign({ ...plain, composition: 'no such', palette: 'no such' })).toEqual(chooseDesign(plain))
})
