import { z } from 'zod'

/** Steps of lightness from black to white, each the same contrast to the next: 1.1, a difference that nobody sees. */
export const TONE_COUNT = 32

/** Shares are told in ten-thousandths of a picture's area. */
export const WHOLE_AREA = 10_000

/**
 * How much of a picture is of which lightness, black first. Where it is half see-through, half of that counts; what all of
 * them lack to {@link WHOLE_AREA} is see-through.
 */
export const Tones = z.array(z.int().min(0).max(WHOLE_AREA)).length(TONE_COUNT)

export type Tones = z.infer<typeof Tones>

/** Contrast of white to black. */
const WIDEST = 21
/** What contrast adds to both luminances. */
const FLARE = 0.05

/** The step of a relative luminance, 0 to 1, as WCAG defines it. */
export function toneOf(luminance: number): number {
  const share = Math.log((luminance + FLARE) / FLARE) / Math.log(WIDEST)
  return Math.min(TONE_COUNT - 1, Math.max(0, Math.floor(share * TONE_COUNT)))
}

/** The relative luminance in the middle of a step. */
export const luminanceOfTone = (tone: number): number => FLARE * WIDEST ** ((tone + 0.5) / TONE_COUNT) - FLARE
