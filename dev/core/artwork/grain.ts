import type { OverlayOptions } from 'sharp'
import { createRandom } from './random.ts'

/** Wide enough that the eye finds no repeat, small enough to make in a few milliseconds, once. */
const TILE = 192

/** Faint black and white specks, like ink on uncoated paper; laid over the finished picture as tiles. */
export function createGrain(strength: number): OverlayOptions {
  const random = createRandom(7)
  const pixels = Buffer.alloc(TILE * TILE * 4)
  for (let offset = 0; offset < pixels.length; offset += 4) {
    const speck = random.next() + random.next() - 1
    pixels.fill(speck > 0 ? 255 : 0, offset, offset + 3)
    pixels[offset + 3] = Math.round(Math.abs(speck) * strength)
  }
  return { input: pixels, raw: { width: TILE, height: TILE, channels: 4 }, tile: true, blend: 'over' }
}
