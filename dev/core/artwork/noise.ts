import type { Random } from './random.ts'

/** Smooth chance along a line, about −1 to 1: hills, water, the wobble of a hand. */
export type Noise = (position: number) => number

const TABLE = 256

export function createNoise(random: Random): Noise {
  const heights = Array.from({ length: TABLE }, () => random.between(-1, 1))
  const height = (index: number) => heights[((index % TABLE) + TABLE) % TABLE] as number
  return (position) => {
    const index = Math.floor(position)
    const share = position - index
    const eased = share * share * (3 - 2 * share)
    return height(index) + (height(index + 1) - height(index)) * eased
  }
}

/** Large shapes with smaller ones on them: each octave is twice as fine and half as high. */
export const layered =
  (noise: Noise, octaves: number): Noise =>
  (position) => {
    let sum = 0
    for (let octave = 0; octave < octaves; octave++) sum += noise(position * 2 ** octave + octave * 17.3) / 2 ** octave
    return sum / (2 - 1 / 2 ** (octaves - 1))
  }
