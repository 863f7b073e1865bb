import { fromLab, toLab } from './mix-colours.ts'

/** Lightness is tried in steps that nobody sees one of. */
const STEPS = 200

/**
 * The colour nearest to `colour`, of the same hue, that `passes`; lighter or darker, whichever is the smaller change.
 * Null when neither black nor white would pass.
 */
export function nearestColour(
  colour: string,
  passes: (tried: string) => boolean,
): { readonly colour: string; readonly way: 'lighten' | 'darken' } | null {
  const { l, a, b } = toLab(colour)
  for (let step = 1; step <= STEPS; step++) {
    for (const way of ['darken', 'lighten'] as const) {
      const lightness = way === 'darken' ? l - step / STEPS : l + step / STEPS
      if (lightness < -1 / STEPS || lightness > 1 + 1 / STEPS) continue
      // Towards black and white a hue fades, or screens would cut it to another one.
      const room = way === 'darken' ? lightness / l : (1 - lightness) / (1 - l)
      const fade = Number.isFinite(room) ? Math.min(1, Math.max(0, room)) : 1
      const tried = fromLab({ l: Math.min(1, Math.max(0, lightness)), a: a * fade, b: b * fade })
      if (passes(tried)) return { colour: tried, way }
    }
  }
  return null
}
