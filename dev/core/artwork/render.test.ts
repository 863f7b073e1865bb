import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { ARTWORK_WIDTHS } from '#contracts/artwork-widths.ts'
import { Artwork } from '#contracts/show.ts'
import { COMPOSITIONS } from './catalogue.ts'
import { luminance } from './colour.ts'
import type { ArtworkBrief } from './design.ts'
import { PALETTES } from './palettes.ts'
import { artworkPalette, artworkSvg, renderArtwork } from './render.ts'

/** Each seed also brings another palette. */
const SEEDS = Array.from({ length: 6 }, (_, index) => index * 7919 + 1)

const brief = (composition: string, seed: number): ArtworkBrief => ({
  key: 'trial',
  category: 'other',
  composition,
  palette: PALETTES[seed % PALETTES.length]?.name,
  seed,
})

describe.each(COMPOSITIONS.map(({ name }) => name))('%s', (name) => {
  test('is well-formed SVG without text for many seeds and palettes', () => {
    expect(SEEDS.flatMap((seed) => faultsOf(artworkSvg(brief(name, seed), 480)))).toEqual([])
  })

  test('draws the same picture for the same seed and another one for another', () => {
    expect(artworkSvg(brief(name, 3), 480)).toBe(artworkSvg(brief(name, 3), 480))
    expect(artworkSvg(brief(name, 3), 480)).not.toBe(artworkSvg({ ...brief(name, 3), seed: 4 }, 480))
  })

  test('fills a 3:2 WebP with more than one colour', async () => {
    const picture = sharp(await renderArtwork(brief(name, 1), 300))
    expect(await picture.metadata()).toMatchObject({ format: 'webp', width: 300, height: 200, channels: 3 })
    const { channels } = await picture.stats()
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(15)
  })
})

test.each(ARTWORK_WIDTHS)('renders the same bytes twice at %i pixels', async (width) => {
  const art: ArtworkBrief = { key: 'the-tides', category: 'concert' }
  const [one, two] = [await renderArtwork(art, width), await renderArtwork(art, width)]
  expect(one.equals(two)).toBe(true)
  expect(await sharp(one).metadata()).toMatchObject({ width, height: Math.round((width * 2) / 3) })
})

test.each(PALETTES)('a page rests on $name from dark to light, as the contract wants it', ({ name }) => {
  const palette = artworkPalette({ key: 'any', category: 'other', palette: name })
  expect(Artwork.shape.palette.safeParse(palette).success).toBe(true)
  const lights = palette.map(luminance)
  expect(lights).toEqual([...lights].sort((one, other) => one - other))
})

const TAG = /<(\/?)([a-zA-Z]+)(?:\s[\w:-]+="[^"<>]*")*(\/?)>/g

/** What an XML parser or a renderer would stumble over. */
function faultsOf(svg: string): string[] {
  const open: string[] = []
  const faults: string[] = []
  for (const [, closing, tag = '', empty] of svg.matchAll(TAG)) {
    if (closing && open.pop() !== tag) faults.push(`</${tag}> closes nothing`)
    if (!closing && !empty) open.push(tag)
    if (['text', 'image', 'script', 'filter'].includes(tag)) faults.push(`<${tag}> does not belong here`)
  }
  const rest = svg.replaceAll(TAG, '')
  if (rest !== '') faults.push(`not markup: ${rest.slice(0, 60)}`)
  const broken = /.{0,60}(?:NaN|undefined|null|Infinity|\[object|,,|M,).{0,20}/.exec(svg)
  if (broken) faults.push(`a broken number: ${broken[0]}`)
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
  for (const id of used) if (!ids.includes(id)) faults.push(`#${id} is used but not there`)
  if (new Set(ids).size !== ids.length) faults.push(`an id is there twice: ${ids.sort().join(' ')}`)
  return [...faults, ...open.map((tag) => `<${tag}> stays open`)]
}
