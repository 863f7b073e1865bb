import sharp from 'sharp'
import { darkToLight } from './colour.ts'
import { type ArtworkBrief, chooseDesign } from './design.ts'
import { createGrain } from './grain.ts'
import { createRandom } from './random.ts'
import { HEIGHT, WIDTH } from './scene.ts'

/** Peak opacity of a speck out of 255: visible as a surface, gone before it costs the encoder another 100 KB. */
const GRAIN = createGrain(11)

/** WebP settings measured on 1600-wide pieces: a higher effort doubles the time and saves 3 % of the bytes. */
const WEBP = { quality: 80, effort: 2 }

/** The picture as an SVG document, drawn in 1200 × 800 units and scaled to `width` pixels. Pure. */
export function artworkSvg(art: ArtworkBrief, width: number): string {
  const { composition, palette, seed } = chooseDesign(art)
  const random = createRandom(seed)
  const mirror = random.chance(0.5) ? ` transform="matrix(-1 0 0 1 ${WIDTH} 0)"` : ''
  const height = Math.round((width * HEIGHT) / WIDTH)
  const picture = composition.draw({ random, palette })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><g${mirror}>${shorten(picture)}</g></svg>`
}

/** Two decimals are a fiftieth of a pixel at the largest width: finer only makes the text longer. */
const shorten = (picture: string) => picture.replace(/\d+\.\d{3,}(e-\d+)?/g, (number) => Number(number).toFixed(2))

/** A 3:2 WebP, `width` (at least 300) pixels wide. The same brief gives the same picture; nothing is cached here. */
export function renderArtwork(art: ArtworkBrief, width: number): Promise<Buffer> {
  return sharp(Buffer.from(artworkSvg(art, width)))
    .composite([GRAIN])
    .removeAlpha()
    .webp(WEBP)
    .toBuffer()
}

/** Four colours of the picture, dark to light, for a page to rest on before the picture loads. */
export function artworkPalette(art: ArtworkBrief): string[] {
  const { tone, ink, deep, main, pop, glow, paper } = chooseDesign(art).palette
  return darkToLight(tone === 'night' ? [ink, deep, pop, glow] : [deep, main, pop, paper])
}
